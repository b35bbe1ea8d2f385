"""Pure: what the dossier planned, beside what was noted since there is an ambassador. Values in, values out."""

from trajectories.practice.comparison import Facts, Plan, Practice, compare

__all__ = ["Facts", "Plan", "Practice", "compare"]
