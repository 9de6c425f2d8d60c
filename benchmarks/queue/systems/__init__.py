"""The measured queues, each behind the same few verbs."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from benchmarks.queue.place import Place
from benchmarks.queue.sizes import OURS, PEERS
from benchmarks.queue.systems.system import System

__all__ = ["System", "installed_peers", "open_system"]

PACKAGES = {"procrastinate": "procrastinate", "pgqueuer": "pgqueuer", "awa": "awa-pg"}


def installed_peers() -> dict[str, str]:
    """Peers of this environment, with their versions."""
    found = {}
    for peer in PEERS:
        try:
            found[peer] = version(PACKAGES[peer])
        except PackageNotFoundError:
            continue
    return found


def open_system(name: str, place: Place) -> System:
    """Open one system at this place."""
    module = "ours" if name == OURS else f"with_{name}"
    system: System = import_module(f"benchmarks.queue.systems.{module}").make(place)
    return system
