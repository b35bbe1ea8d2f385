from organisations.models.base import Addressed, Fact, StaleVersionError, Versioned, set_fields
from organisations.models.organisations import Municipality, Organisation
from organisations.models.people import Invitation, Membership, User
from organisations.models.traces import AuditEvent, Entry

__all__ = [
    "Addressed",
    "AuditEvent",
    "Entry",
    "Fact",
    "Invitation",
    "Membership",
    "Municipality",
    "Organisation",
    "StaleVersionError",
    "User",
    "Versioned",
    "set_fields",
]
