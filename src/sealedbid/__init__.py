"""Sealedbid: a multi-tenant proposal platform whose database keeps tenants apart, and proves it."""
