from trajectories.forms.assignments import AssignmentForm, ReassignmentForm
from trajectories.forms.contacts import ContactForm
from trajectories.forms.hand_overs import AcceptForm, HandOverForm
from trajectories.forms.moments import EndForm, EnrolmentForm, MomentForm, TrialForm
from trajectories.forms.participants import ComingOfAgeForm, ContactDetailsForm, FamilyForm, ParticipantForm
from trajectories.forms.providers import ProviderForm
from trajectories.forms.reminders import WeeklyMailForm
from trajectories.forms.search import ContactFilter, NameSearch, TrajectoryFilter
from trajectories.forms.trajectories import StatusForm, TrajectoryForm

__all__ = [
    "AcceptForm",
    "AssignmentForm",
    "ComingOfAgeForm",
    "ContactDetailsForm",
    "ContactFilter",
    "ContactForm",
    "EndForm",
    "EnrolmentForm",
    "FamilyForm",
    "HandOverForm",
    "MomentForm",
    "NameSearch",
    "ParticipantForm",
    "ProviderForm",
    "ReassignmentForm",
    "StatusForm",
    "TrajectoryFilter",
    "TrajectoryForm",
    "TrialForm",
    "WeeklyMailForm",
]
