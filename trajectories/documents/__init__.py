"""Plan and practice in words: sentences with their denominators, and a small table beneath. No request, no query.

A page shows these; a document of an app above can print the same ones.
"""

from trajectories.documents.bricks import Choice, Column, Grid
from trajectories.documents.practice import choices

__all__ = ["Choice", "Column", "Grid", "choices"]
