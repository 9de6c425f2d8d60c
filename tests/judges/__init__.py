"""What others' tools say of our schema, and what they and we find in a bad one."""
