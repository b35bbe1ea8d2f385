"""Every choice of the dossier beside what happened, in the order of its steps."""

from trajectories.documents.bricks import Choice
from trajectories.documents.goals import criteria, results
from trajectories.documents.meetings import follow_up, support_group, talks
from trajectories.documents.partners import partners
from trajectories.documents.strategies import strategies
from trajectories.documents.targets import targets
from trajectories.practice import Practice


def choices(practice: Practice) -> list[Choice]:
    parts = (talks, strategies, partners, support_group, criteria, results, targets, follow_up)
    return [part(practice) for part in parts]
