from trajectories.models.contact import Contact
from trajectories.models.hand_over import HandOver
from trajectories.models.late_entry import LateEntry
from trajectories.models.participant import ContactDetails, Family, Participant
from trajectories.models.participation import Enrolment, TrialSession
from trajectories.models.provider import Provider
from trajectories.models.reminders import CalendarFeed, WeeklyMail
from trajectories.models.trajectory import Assignment, Trajectory, TrajectoryStatus, TrajectoryThreshold

__all__ = [
    "Assignment",
    "CalendarFeed",
    "Contact",
    "ContactDetails",
    "Enrolment",
    "Family",
    "HandOver",
    "LateEntry",
    "Participant",
    "Provider",
    "Trajectory",
    "TrajectoryStatus",
    "TrajectoryThreshold",
    "TrialSession",
    "WeeklyMail",
]
