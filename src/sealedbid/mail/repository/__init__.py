"""The SQL of the mail domain, a module a table. Each function takes an open transaction.

Importing it gives the constraints of the domain their classes.
"""

from sealedbid.mail import errors

__all__ = ["errors"]
