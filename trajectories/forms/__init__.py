from trajectories.forms.assignments import AssignmentForm, ReassignmentForm
from trajectories.forms.contacts import ContactForm
from trajectories.forms.hand_overs import AcceptForm, HandOverForm
from trajectories.forms.moments import EndForm, EnrolmentForm, MomentForm, TrialForm
from trajectories.forms.open_work import ActivityForm, ResultForm
from trajectories.forms.participants import ComingOfAgeForm, ContactDetailsForm, FamilyForm, ParticipantForm
from trajectories.forms.providers import ProviderForm
from trajectories.forms.search import ContactFilter, NameSearch, TrajectoryFilter
from trajectories.forms.signal import SignalForm, SignalStepForm
from trajectories.forms.trajectories import StatusForm, TrajectoryForm

__all__ = [
    "AcceptForm",
    "ActivityForm",
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
    "ResultForm",
    "SignalForm",
    "SignalStepForm",
    "StatusForm",
    "TrajectoryFilter",
    "TrajectoryForm",
    "TrialForm",
]
