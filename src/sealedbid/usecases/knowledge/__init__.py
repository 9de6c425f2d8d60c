"""Knowledge: sources become passages, and are forgotten with their files."""

from sealedbid.usecases.knowledge.forgetting import Gone, find_gone, forget
from sealedbid.usecases.knowledge.kinds import content_type_of
from sealedbid.usecases.knowledge.learning import choose_embedder, learn
from sealedbid.usecases.knowledge.models import Learned, Source
from sealedbid.usecases.knowledge.settling import settle

__all__ = [
    "Gone",
    "Learned",
    "Source",
    "choose_embedder",
    "content_type_of",
    "find_gone",
    "forget",
    "learn",
    "settle",
]
