"""Where one can read on: reference data that the programme keeps up to date."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import SourceGroup, StepNumber
from ambassadors.querysets import SourceQuerySet
from organisations.models import Addressed, Versioned


class Source(Addressed, Versioned):
    """A text, report or tool that helps with a step. A dead link is switched off; who took it keeps its title."""

    code = models.SlugField(_("code"), unique=True)
    title = models.CharField(_("title"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    step = models.PositiveSmallIntegerField(_("step"), choices=StepNumber)
    group = models.CharField(_("about"), max_length=20, choices=SourceGroup)
    address = models.URLField(_("address"), blank=True)
    is_active = models.BooleanField(_("is offered"), default=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        ordering = ("step", "group", "title", "id")

    def __str__(self) -> str:
        return self.title
