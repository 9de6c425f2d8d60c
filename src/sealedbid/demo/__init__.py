"""Two agencies to look at, written through the product's own code."""
