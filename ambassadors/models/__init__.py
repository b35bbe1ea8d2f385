from ambassadors.models.appointment import Appointment, ProcessingAgreement
from ambassadors.models.budget import BudgetAnswers, Funding, OperatingCost, Staffing
from ambassadors.models.hiring_file import HiringFile, Step
from ambassadors.models.project import Project, ProjectTargetGroup, Recognition
from ambassadors.models.strategy import ChosenStrategy, NeededPartner, StrategyAnswers, WantedProfile
from ambassadors.models.success import SuccessAgreement

__all__ = [
    "Appointment",
    "BudgetAnswers",
    "ChosenStrategy",
    "Funding",
    "HiringFile",
    "NeededPartner",
    "OperatingCost",
    "ProcessingAgreement",
    "Project",
    "ProjectTargetGroup",
    "Recognition",
    "Staffing",
    "Step",
    "StrategyAnswers",
    "SuccessAgreement",
    "WantedProfile",
]
