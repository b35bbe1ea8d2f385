from networks.models.finding import Finding, NextStep
from networks.models.session import Attendance, Session, Theme

__all__ = ["Attendance", "Finding", "NextStep", "Session", "Theme"]
