"""Asking for a report, and making it."""
