"""The worker claims jobs of all organizations on one login and runs their bodies on another.

``run`` is the worker; the process of an isolated body imports this package without it.
"""
