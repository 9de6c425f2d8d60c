"""demo: two agencies, a proposal of one of them, and what each sees of the other."""

from __future__ import annotations


def demo() -> None:
    """Load two agencies, draft a proposal for one, and let one attack the other.

    On a server of its own. Every attack goes as the real login through the real pool. Exit code 1:
    something leaked.
    """
    from sealedbid.cli.demo_run import run_demo

    run_demo()
