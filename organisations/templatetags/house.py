"""Tags of the house: rings, icons, dates."""

from django import template

register = template.Library()
