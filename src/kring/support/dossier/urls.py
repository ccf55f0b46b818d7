"""Addresses of the dossier itself: taking over the running caseload, an age, telling, who it is, the household."""

from django.urls import path

from kring.vault.routes import to

app_name = "dossier"

urlpatterns = [
    path("dossiers/<str:dossier>/age", to("kring.support.dossier.ages.views.age"), name="age"),
    path("dossiers/<str:dossier>/household", to("kring.support.dossier.household.views.household"), name="household"),
    path(
        "dossiers/<str:dossier>/household/<str:link>/unlink",
        to("kring.support.dossier.household.views.unlink"),
        name="unlink",
    ),
    path("dossiers/<str:dossier>/telling", to("kring.support.dossier.telling.views.telling"), name="telling"),
    path("dossiers/<str:dossier>/telling/later", to("kring.support.dossier.telling.views.not_told"), name="not_told"),
    path("dossiers/<str:dossier>/who", to("kring.support.dossier.who.views.who"), name="who"),
    path("take-over", to("kring.support.dossier.takeover.views.take_over"), name="take_over"),
    path("take-over/proof", to("kring.support.dossier.takeover.views.proof"), name="take_over_proof"),
]
