"""The SQL of the core domain, a module a table. Each function takes an open transaction.

Importing one of them gives the constraints of the domain their classes.
"""

from sealedbid.core import errors

__all__ = ["errors"]
