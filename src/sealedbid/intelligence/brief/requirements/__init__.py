"""Find what a brief asks of those who bid: duties, wishes, questions, each with its level."""
