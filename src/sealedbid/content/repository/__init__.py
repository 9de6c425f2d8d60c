"""The SQL of the content domain, a module a table. Each function takes an open transaction.

Importing one of them gives the constraints of the domain their classes.
"""

from sealedbid.content import errors

__all__ = ["errors"]
