"""Questions that a person answers once, for a proposal and this text of its brief."""
