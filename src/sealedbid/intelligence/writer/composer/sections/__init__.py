"""The sections of a client's document, by the kind of what is asked."""
