"""Attacks the seal as the real logins do, through the real pools, on a copy of the schema.

Tables, columns and keys come from the catalog: a table that is added tomorrow is attacked without a
change here.
"""

from sealedbid.isolation.prove.between import ATTACKS, Exposure, Member, expose
from sealedbid.isolation.prove.in_place import prove_in_place
from sealedbid.isolation.prove.outcome import Outcome, Verdict
from sealedbid.isolation.prove.run import Proof, UnknownTableError, prove
from sealedbid.isolation.prove.vectors import SERVER_VECTORS, VECTORS, ServerVector, Vector

__all__ = [
    "ATTACKS",
    "SERVER_VECTORS",
    "VECTORS",
    "Exposure",
    "Member",
    "Outcome",
    "Proof",
    "ServerVector",
    "UnknownTableError",
    "Vector",
    "Verdict",
    "expose",
    "prove",
    "prove_in_place",
]
