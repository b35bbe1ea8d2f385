from ambassadors.models.advice import AdviceAnswer
from ambassadors.models.appointment import Appointment, ProcessingAgreement
from ambassadors.models.attachment import Attachment
from ambassadors.models.beliefs import BeliefsAnswers, ConsultedSource, OwnExpectation
from ambassadors.models.budget import BudgetAnswers, Funding, OperatingCost, Staffing
from ambassadors.models.environment import EnvironmentAnswers, ExistingAnalysis, ExploratoryTalk, LifeworldContact
from ambassadors.models.goals import Adjustment, FollowUpMoment, Goal, GoalsAnswers
from ambassadors.models.hiring_file import HiringFile, Step
from ambassadors.models.history import DossierDecision, StepRevision
from ambassadors.models.project import Project, ProjectTargetGroup, Recognition
from ambassadors.models.row import DossierRow
from ambassadors.models.source import Source
from ambassadors.models.strategy import ChosenStrategy, NeededPartner, StrategyAnswers, WantedProfile
from ambassadors.models.success import SuccessAgreement
from ambassadors.models.support import SupportAnswers, SupportMeeting, SupportMember
from ambassadors.models.support_link import SupportLetter, SupportLink, SupportReaction

__all__ = [
    "Adjustment",
    "AdviceAnswer",
    "Appointment",
    "Attachment",
    "BeliefsAnswers",
    "BudgetAnswers",
    "ChosenStrategy",
    "ConsultedSource",
    "DossierDecision",
    "DossierRow",
    "EnvironmentAnswers",
    "ExistingAnalysis",
    "ExploratoryTalk",
    "FollowUpMoment",
    "Funding",
    "Goal",
    "GoalsAnswers",
    "HiringFile",
    "LifeworldContact",
    "NeededPartner",
    "OperatingCost",
    "OwnExpectation",
    "ProcessingAgreement",
    "Project",
    "ProjectTargetGroup",
    "Recognition",
    "Source",
    "Staffing",
    "Step",
    "StepRevision",
    "StrategyAnswers",
    "SuccessAgreement",
    "SupportAnswers",
    "SupportLetter",
    "SupportLink",
    "SupportMeeting",
    "SupportMember",
    "SupportReaction",
    "WantedProfile",
]
