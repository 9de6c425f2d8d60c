"""One transcript against two databases that differ in the other organisation's rows alone.

Goguen and Meseguer, "Security Policies and Security Models" (1982): what one cannot tell apart,
one has not been told.
"""
