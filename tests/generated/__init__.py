"""Files that are made from the code: db/schema, and parts of the documentation."""
