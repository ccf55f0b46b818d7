"""Addresses of the dossier itself: taking over the running caseload."""

from django.urls import path

from kring.vault.routes import to

app_name = "dossier"

urlpatterns = [
    path("take-over", to("kring.support.dossier.takeover.views.take_over"), name="take_over"),
    path("take-over/proof", to("kring.support.dossier.takeover.views.proof"), name="take_over_proof"),
]
