"""Answers that are kept for a day, so that a request that is sent again does nothing twice."""
