from trajectories.models.activity import Activity
from trajectories.models.contact import Contact
from trajectories.models.hand_over import HandOver
from trajectories.models.late_entry import LateEntry
from trajectories.models.participant import ContactDetails, Family, Participant
from trajectories.models.participation import Enrolment, TrialSession
from trajectories.models.provider import Provider
from trajectories.models.result import Result
from trajectories.models.signal import Signal, SignalStep
from trajectories.models.trajectory import Assignment, Trajectory, TrajectoryStatus, TrajectoryThreshold

__all__ = [
    "Activity",
    "Assignment",
    "Contact",
    "ContactDetails",
    "Enrolment",
    "Family",
    "HandOver",
    "LateEntry",
    "Participant",
    "Provider",
    "Result",
    "Signal",
    "SignalStep",
    "Trajectory",
    "TrajectoryStatus",
    "TrajectoryThreshold",
    "TrialSession",
]
