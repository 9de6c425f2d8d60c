"""The worker: claims jobs of all organisations on one login, runs their bodies on another."""

from sealedbid.worker.run import run_worker

__all__ = ["run_worker"]
