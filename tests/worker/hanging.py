"""A worker that stops in mid-step and waits to be killed: hanging STEP WHERE LEASE.

WHERE is `before` the step does anything, or `after`, when its output exists and is not stored.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any, cast

from sealedbid.intelligence import drafting, steps
from sealedbid.intelligence.models import Step
from sealedbid.platform.config import read_settings
from sealedbid.worker import run_worker


def main(step: Step, where: str, lease: str) -> None:
    """Run jobs as any worker does, except that step."""
    body = drafting.STEPS[step]

    async def hang(state: steps.State) -> dict[str, Any]:
        output = await body(state) if where == "after" else {}
        sys.stdout.write("reached\n")
        sys.stdout.flush()
        await asyncio.sleep(600)
        return output

    drafting.STEPS[step] = hang
    asyncio.run(run_worker(read_settings(), lease=float(lease)))


if __name__ == "__main__":
    main(cast(Step, sys.argv[1]), sys.argv[2], sys.argv[3])
