"""Addresses of the reports, under /w/<membership>/."""

from django.urls import path

from reporting.views import documents, letters, reports

app_name = "reporting"

urlpatterns = [
    path("reports/", reports.report_list, name="report-list"),
    path("reports/new/", reports.report_create, name="report-create"),
    path("reports/<uuid:report>/", reports.report_detail, name="report-detail"),
    path("reports/<uuid:report>/file/", reports.report_file, name="report-file"),
    path("reports/<uuid:report>/word/", reports.report_word, name="report-word"),
    path("projects/<uuid:project>/support/letters/new/", letters.support_letter_new, name="support-letter-new"),
    path("projects/<uuid:project>/dossier/documents/", documents.document_list, name="document-list"),
]
