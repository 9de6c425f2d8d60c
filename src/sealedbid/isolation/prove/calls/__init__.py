"""Attacks by functions: every login calls all it may, as everybody, with values of ``b``."""

from sealedbid.isolation.prove.calls.attack import Stage, attack_all, attack_functions, open_stage
from sealedbid.isolation.prove.calls.ranks import attack_ranks
from sealedbid.isolation.prove.calls.twins import attack_same_ids

__all__ = [
    "Stage",
    "attack_all",
    "attack_functions",
    "attack_ranks",
    "attack_same_ids",
    "open_stage",
]
