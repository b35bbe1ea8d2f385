from trajectories.forms.contacts import ContactForm
from trajectories.forms.moments import EndForm, EnrolmentForm, MomentForm, TrialForm
from trajectories.forms.open_work import ActivityForm, ResultForm
from trajectories.forms.participants import ContactDetailsForm, ParticipantForm
from trajectories.forms.providers import ProviderForm
from trajectories.forms.search import ContactFilter, NameSearch, TrajectoryFilter
from trajectories.forms.signal import SignalForm, SignalStepForm
from trajectories.forms.trajectories import StatusForm, TrajectoryForm

__all__ = [
    "ActivityForm",
    "ContactDetailsForm",
    "ContactFilter",
    "ContactForm",
    "EndForm",
    "EnrolmentForm",
    "MomentForm",
    "NameSearch",
    "ParticipantForm",
    "ProviderForm",
    "ResultForm",
    "SignalForm",
    "SignalStepForm",
    "StatusForm",
    "TrajectoryFilter",
    "TrajectoryForm",
    "TrialForm",
]
