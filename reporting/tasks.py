"""What Celery carries: which report waits. All that matters is on the report's row."""

from celery import shared_task
from django.utils import timezone

from reporting.actions import making


@shared_task(ignore_result=True, acks_late=True)
def make_report(report_id: int) -> None:
    making.make_report(report_id, clock=timezone.now)
