"""Functions, called by every login that may, as everybody, with what is the other's."""

from sealedbid.isolation.prove.calls.attack import Stage, attack_all, attack_functions, open_stage

__all__ = ["Stage", "attack_all", "attack_functions", "open_stage"]
