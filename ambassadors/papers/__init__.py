"""Papers that come out of the dossier for people outside it: a vacancy text, a tender brief, engagement statements.

Pure: from plain values (facts.py) to a paper as JSON holds it (parts.py). PDF and Word are both made of that JSON.
"""

from ambassadors.papers.enough import missing
from ambassadors.papers.facts import Facts, Focus, Partner, Post
from ambassadors.papers.parts import pieces
from ambassadors.papers.statement import engagement_statement
from ambassadors.papers.tender import tender_brief
from ambassadors.papers.vacancy import vacancy_text

__all__ = [
    "Facts",
    "Focus",
    "Partner",
    "Post",
    "engagement_statement",
    "missing",
    "pieces",
    "tender_brief",
    "vacancy_text",
]
