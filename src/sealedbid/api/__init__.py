"""Delivery over HTTP. Today only the table of problems, which the routes to come answer from."""
