"""Plan and practice in words: sentences with their denominators, and a small table beneath. No request, no query.

A page shows these; a report prints the same ones, out of the JSON that it froze.
"""

from trajectories.documents.bricks import Choice, Column, Grid
from trajectories.documents.practice import choices, practice_document

__all__ = ["Choice", "Column", "Grid", "choices", "practice_document"]
