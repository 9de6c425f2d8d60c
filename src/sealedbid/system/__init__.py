"""Jobs, the audit log, settings of the installation."""
