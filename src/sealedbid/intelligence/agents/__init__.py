"""Agents: questions to models about a brief, a plan and a draft, whose answers code checks."""
