"""Adapters to vendors. Importing one needs the extra `models`, and takes two seconds."""
