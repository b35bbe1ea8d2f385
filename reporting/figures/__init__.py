"""The figures of a report, counted once: facts in, values that fit in JSON out. Screen and paper read nothing else.

Codes and numbers only, no words: those come when a document is laid out. Left out (None) is what small numbers forbid.
"""

from reporting.figures.flemish import FlemishFacts, flemish_figures
from reporting.figures.open_work import OpenWorkFacts
from reporting.figures.progress import ProgressFacts, progress_figures

__all__ = ["FlemishFacts", "OpenWorkFacts", "ProgressFacts", "flemish_figures", "progress_figures"]
