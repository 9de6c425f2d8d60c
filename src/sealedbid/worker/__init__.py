"""The worker claims jobs of all organizations on one login and runs their bodies on another."""

from sealedbid.worker.run import run_worker

__all__ = ["run_worker"]
