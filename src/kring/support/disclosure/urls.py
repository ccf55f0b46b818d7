"""Routes of what leaves the circle."""

from django.urls import path

from kring.vault.routes import to

app_name = "disclosure"
urlpatterns = [
    path("dossiers/<str:dossier>/passed-on", to("kring.support.disclosure.told.views.told"), name="told"),
    path(
        "dossiers/<str:dossier>/passed-on/new",
        to("kring.support.disclosure.decision.views.disclose"),
        name="disclose",
    ),
    path("dossiers/<str:dossier>/passed-on/urgent", to("kring.support.disclosure.urgent.views.urgent"), name="urgent"),
    path(
        "dossiers/<str:dossier>/passed-on/<str:disclosure>",
        to("kring.support.disclosure.decision.views.complete"),
        name="complete",
    ),
    path(
        "dossiers/<str:dossier>/briefings",
        to("kring.support.disclosure.briefing.author_views.briefings"),
        name="of_dossier",
    ),
    path(
        "dossiers/<str:dossier>/briefings/new", to("kring.support.disclosure.briefing.author_views.brief"), name="brief"
    ),
    path("dossiers/<str:dossier>/agreed", to("kring.support.disclosure.agreeing.views.agreed"), name="agreed"),
    path(
        "dossiers/<str:dossier>/agreed/<str:agreement>",
        to("kring.support.disclosure.agreeing.views.agreement"),
        name="agreement",
    ),
    path(
        "dossiers/<str:dossier>/agreed/<str:agreement>/paper",
        to("kring.support.disclosure.agreeing.views.paper"),
        name="agreement_paper",
    ),
    path("briefings", to("kring.support.disclosure.briefing.reader_views.briefings"), name="briefings"),
    path("briefings/<str:briefing>", to("kring.support.disclosure.briefing.reader_views.briefing"), name="briefing"),
    path(
        "briefings/<str:briefing>/further",
        to("kring.support.disclosure.briefing.reader_views.further"),
        name="further",
    ),
    path("dossiers/<str:dossier>/letters", to("kring.support.disclosure.letters.views.letters"), name="letters"),
    path(
        "dossiers/<str:dossier>/letters/<str:letter>",
        to("kring.support.disclosure.letters.views.letter"),
        name="letter",
    ),
]
