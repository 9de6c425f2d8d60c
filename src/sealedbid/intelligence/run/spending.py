"""The tokens and the money of a job's work on a run: its limits, the count, each step's part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sealedbid.intelligence.llm import Limit, Meter, Spent, run_limit
from sealedbid.intelligence.llm.models import Scope
from sealedbid.intelligence.models import AgentRun, AgentStep, Usage
from sealedbid.system.jobs.models import Job
from sealedbid.system.jobs.running import RunningJob

REACHED: Final[dict[Scope, str]] = {
    "run": "The run has reached its limit of tokens or money",
    "month": "The organization has reached its limit of tokens for the month",
}
"""The limits that end a model's part of a run; a call's own limit is its caller's affair."""
REST: Final = "what no model had written by then is by rules alone."


class Spending:
    """Counts what models take for a job, at once and in one place.

    Of a worker that died, the run's limit counts the tokens by its heartbeat, and the money by its
    last report.
    """

    def __init__(
        self,
        job: RunningJob,
        run: AgentRun,
        steps: Sequence[AgentStep],
        month: Limit,
        before: Job | None,
    ) -> None:
        """``before`` is the job as its attempts that have ended left it.

        Its tokens are those of these attempts; the money in its progress is the whole run's.
        """
        own = sum(one.tokens_in + one.tokens_out for one in steps if one.job_id == job.id)
        untold = max(0, (0 if before is None else before.actual_tokens) - own)
        reported = ((before and before.progress) or {}).get("cost_micros", 0)
        self.run = run_limit(job.settings)
        self.run.use(run.tokens_in + run.tokens_out + untold, max(run.cost_micros, reported))
        self.month = month
        self.meter = Meter(self.run, self.month, told=self._count)
        self._job = job
        self._step = Spent()

    def _count(self, spent: Spent) -> None:
        self._job.tokens += spent.tokens
        self._step += spent

    def renew(self, month: Limit) -> None:
        """Take over what else the organization's month has taken by now.

        What this job has used is counted there only when it ends.
        """
        self.month.tokens = month.tokens
        self.month.used_tokens = month.used_tokens + self.meter.spent.tokens

    def begin_step(self) -> None:
        """Begin to count for a step."""
        self._step = Spent()
        self.meter.reached.clear()

    def of_step(self, said: Usage | None = None) -> Usage:
        """Usage of the step so far; ``said`` by itself if the meter has counted no request."""
        if self._step.requests or said is None:
            return self._step.usage
        self._job.tokens += said.tokens_in + said.tokens_out
        return said

    @property
    def reached(self) -> dict[str, Any] | None:
        """The limit that ended a model's part of the step, with words for people, or None."""
        for scope, words in REACHED.items():
            if scope in self.meter.reached:
                return {"reason": f"{words}: {REST}", "limit": scope}
        return None

    @property
    def total(self) -> dict[str, int]:
        """Tokens and micro-dollars of the run, all its attempts together, up to now."""
        return {"tokens": self.run.used_tokens, "cost_micros": self.run.used_micros}
