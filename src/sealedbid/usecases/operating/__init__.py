"""Runs the installation: stops, schedules and retries of jobs, and the audit logs.

Importing one of them gives the constraints of the system domain their classes, also where the
installer writes and no repository does.
"""

from sealedbid.system import errors

__all__ = ["errors"]
