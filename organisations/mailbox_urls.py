"""Only where no mail leaves the machine: config.urls includes this when settings.INTERNAL_MAILBOX says so."""

from django.urls import path

from organisations.views import mailbox

app_name = "mailbox"

urlpatterns = [
    path("", mailbox.mail_list, name="mail-list"),
    path("<str:file>/<int:number>/", mailbox.mail_detail, name="mail-detail"),
]
