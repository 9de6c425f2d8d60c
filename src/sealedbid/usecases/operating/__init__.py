"""Runs the installation: stops, schedules and retries of jobs, and the audit logs."""
