from django.urls import path

from ambassadors.views import dossier, steps

app_name = "ambassadors"

urlpatterns = [
    path("projects/<uuid:project>/dossier/", dossier.dossier_detail, name="dossier-detail"),
    path("projects/<uuid:project>/dossier/open/", dossier.dossier_open, name="dossier-open"),
    path("projects/<uuid:project>/dossier/answers/", dossier.dossier_answers, name="dossier-answers"),
    path("projects/<uuid:project>/dossier/steps/<int:number>/", steps.step_edit, name="step-edit"),
    path("projects/<uuid:project>/dossier/steps/<int:number>/answers/", steps.step_answers, name="step-answers"),
    path("projects/<uuid:project>/dossier/steps/<int:number>/reopen/", steps.step_reopen, name="step-reopen"),
]
