from trajectories.models.activity import Activity
from trajectories.models.contact import Contact
from trajectories.models.hand_over import HandOver
from trajectories.models.late_entry import LateEntry
from trajectories.models.participant import ContactDetails, Family, Participant
from trajectories.models.participation import Enrolment, TrialSession
from trajectories.models.places_link import PlacesLink
from trajectories.models.provider import OFFER, Provider
from trajectories.models.provider_trajectory import Commitment, ProviderChange, ProviderTrajectory, SupportedTheme
from trajectories.models.reminders import CalendarFeed, WeeklyMail
from trajectories.models.result import Result
from trajectories.models.retraction import Retraction
from trajectories.models.signal import Signal, SignalStep
from trajectories.models.trajectory import Assignment, Trajectory, TrajectoryStatus, TrajectoryThreshold

__all__ = [
    "OFFER",
    "Activity",
    "Assignment",
    "CalendarFeed",
    "Commitment",
    "Contact",
    "ContactDetails",
    "Enrolment",
    "Family",
    "HandOver",
    "LateEntry",
    "Participant",
    "PlacesLink",
    "Provider",
    "ProviderChange",
    "ProviderTrajectory",
    "Result",
    "Retraction",
    "Signal",
    "SignalStep",
    "SupportedTheme",
    "Trajectory",
    "TrajectoryStatus",
    "TrajectoryThreshold",
    "TrialSession",
    "WeeklyMail",
]
