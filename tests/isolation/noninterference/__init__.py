"""One transcript against two databases that differ only in the other organization's rows.

Goguen and Meseguer, "Security Policies and Security Models" (1982): an observer who cannot tell two
worlds apart has learnt nothing of their difference.
"""
