"""The worker: claims jobs of all organisations on one login, runs their bodies on another."""

from sealedbid.worker.loop import run_worker

__all__ = ["run_worker"]
