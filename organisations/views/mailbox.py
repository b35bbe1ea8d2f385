"""The mailbox of a development machine: no mail leaves it, so one reads here what would have been sent."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from organisations import mailbox


@login_not_required
def mail_list(request: HttpRequest) -> HttpResponse:
    return render(request, "organisations/mail_list.html", {"mails": mailbox.mails(_folder())})


@login_not_required
def mail_detail(request: HttpRequest, file: str, number: int) -> HttpResponse:
    mail = mailbox.find(_folder(), file, number)
    if mail is None:
        raise Http404
    return render(request, "organisations/mail_detail.html", {"mail": mail})


def _folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)
