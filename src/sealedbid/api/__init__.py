"""Delivery over HTTP: routes that call one function each, and the one way in which they do it."""
