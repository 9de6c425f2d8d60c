"""demo: two agencies, a proposal of one of them, and the attacks of one on the other."""

from __future__ import annotations


def demo() -> None:
    """Load two agencies and let one attack the other.

    Also drafts a proposal for one of them, and asks `sealedbid serve` as each. Runs on a server
    of its own, which starts empty each time; attacks use the logins and pools of real requests.
    Exit code 1: something leaked.
    """
    from sealedbid.cli.demo_run import run_demo

    run_demo()
