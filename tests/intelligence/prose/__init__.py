"""Tests of the writer that uses a model."""
