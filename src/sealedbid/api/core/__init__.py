"""Routes of the core domain, a file a resource."""
