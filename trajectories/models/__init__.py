from trajectories.models.contact import Contact
from trajectories.models.late_entry import LateEntry
from trajectories.models.participant import ContactDetails, Participant
from trajectories.models.participation import Enrolment, TrialSession
from trajectories.models.provider import Provider
from trajectories.models.trajectory import Assignment, Trajectory, TrajectoryStatus, TrajectoryThreshold

__all__ = [
    "Assignment",
    "Contact",
    "ContactDetails",
    "Enrolment",
    "LateEntry",
    "Participant",
    "Provider",
    "Trajectory",
    "TrajectoryStatus",
    "TrajectoryThreshold",
    "TrialSession",
]
