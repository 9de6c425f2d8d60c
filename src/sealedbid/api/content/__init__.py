"""Routes of the content domain, a file a resource."""
