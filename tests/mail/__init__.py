"""Mail: what is written, who may read it, and how it leaves."""
