"""A proposal in prose: a model writes sentences, and code keeps those that their sources bear out.

Without a model it is not used: the composer is the writer then.
"""

from sealedbid.intelligence.writer.prose.writing import MODEL, ModelWriter

__all__ = ["MODEL", "ModelWriter"]
