"""Values in a sentence and in its sources, and the rules by which two of them are the same."""
