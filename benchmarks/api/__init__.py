"""The HTTP API beside a peer: the usual FastAPI and psycopg, on an unsealed copy."""
