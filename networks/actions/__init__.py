"""Every change to the learning networks: atomic, and in the audit trail."""
