"""Documents of the agency: services, templates, proposals, contracts and their files."""
