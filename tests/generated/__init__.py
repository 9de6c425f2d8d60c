"""Files that are made from the code: db/schema.sql, and parts of the documentation."""
