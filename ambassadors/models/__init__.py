from ambassadors.models.appointment import Appointment, ProcessingAgreement
from ambassadors.models.project import Project, ProjectTargetGroup, Recognition

__all__ = ["Appointment", "ProcessingAgreement", "Project", "ProjectTargetGroup", "Recognition"]
