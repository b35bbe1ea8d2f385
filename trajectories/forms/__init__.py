from trajectories.forms.assignments import AssignmentForm, ReassignmentForm
from trajectories.forms.contacts import ContactForm
from trajectories.forms.hand_overs import AcceptForm, HandOverForm
from trajectories.forms.moments import EndForm, EnrolmentForm, MomentForm, TrialForm
from trajectories.forms.offers import OfferForm
from trajectories.forms.open_work import ActivityForm, ResultForm
from trajectories.forms.participants import ComingOfAgeForm, ContactDetailsForm, FamilyForm, ParticipantForm
from trajectories.forms.provider_trajectories import ChangeForm, CommitmentForm, ProviderTrajectoryForm
from trajectories.forms.providers import NewProviderForm, ProviderForm
from trajectories.forms.reminders import WeeklyMailForm
from trajectories.forms.search import (
    BoardFilter,
    ContactFilter,
    ProviderTrajectoryFilter,
    TrajectoryFilter,
    TrajectorySearch,
)
from trajectories.forms.signal import SignalForm, SignalStepForm
from trajectories.forms.trajectories import StatusForm, TrajectoryForm

__all__ = [
    "AcceptForm",
    "ActivityForm",
    "AssignmentForm",
    "BoardFilter",
    "ChangeForm",
    "ComingOfAgeForm",
    "CommitmentForm",
    "ContactDetailsForm",
    "ContactFilter",
    "ContactForm",
    "EndForm",
    "EnrolmentForm",
    "FamilyForm",
    "HandOverForm",
    "MomentForm",
    "NewProviderForm",
    "OfferForm",
    "ParticipantForm",
    "ProviderForm",
    "ProviderTrajectoryFilter",
    "ProviderTrajectoryForm",
    "ReassignmentForm",
    "ResultForm",
    "SignalForm",
    "SignalStepForm",
    "StatusForm",
    "TrajectoryFilter",
    "TrajectoryForm",
    "TrajectorySearch",
    "TrialForm",
    "WeeklyMailForm",
]
