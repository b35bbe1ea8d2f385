"""Trajectories: children and young people guided to leisure, the three moments, the logbook."""

from django.apps import AppConfig


class TrajectoriesConfig(AppConfig):
    name = "trajectories"
