"""The SQL of these tables, a module a table. Each function takes an open transaction.

Importing one of them gives the constraints of the domain their classes.
"""

from sealedbid.system import errors

__all__ = ["errors"]
