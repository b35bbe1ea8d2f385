from networks.forms.findings import FindingForm, NextStepForm
from networks.forms.sessions import AttendanceForm, SessionForm

__all__ = ["AttendanceForm", "FindingForm", "NextStepForm", "SessionForm"]
