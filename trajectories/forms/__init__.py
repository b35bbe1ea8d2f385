from trajectories.forms.contacts import ContactForm
from trajectories.forms.moments import EndForm, EnrolmentForm, MomentForm, TrialForm
from trajectories.forms.participants import ContactDetailsForm, ParticipantForm
from trajectories.forms.providers import ProviderForm
from trajectories.forms.search import ContactFilter, NameSearch, TrajectoryFilter
from trajectories.forms.trajectories import StatusForm, TrajectoryForm

__all__ = [
    "ContactDetailsForm",
    "ContactFilter",
    "ContactForm",
    "EndForm",
    "EnrolmentForm",
    "MomentForm",
    "NameSearch",
    "ParticipantForm",
    "ProviderForm",
    "StatusForm",
    "TrajectoryFilter",
    "TrajectoryForm",
    "TrialForm",
]
