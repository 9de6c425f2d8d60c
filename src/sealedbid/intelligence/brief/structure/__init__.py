"""The structure of a brief: headings, lists, tables, headers, each piece with where it stands."""
