"""Routes of the ending of a role."""

from django.urls import path

from kring.vault.routes import to

app_name = "closing"
urlpatterns = [
    path("dossiers/<str:dossier>/closing", to("kring.support.closing.views.closing"), name="closing"),
    path("dossiers/<str:dossier>/closing/reopen", to("kring.support.closing.views.reopen"), name="reopen"),
    path(
        "dossiers/<str:dossier>/closing/aftercare/<str:task>",
        to("kring.support.closing.views.aftercare"),
        name="aftercare",
    ),
]
