"""Routes of the rights of the person, of retention, and of the privacy officer's desk."""

from django.urls import path

from kring.vault.routes import to

app_name = "privacy"
urlpatterns = [
    path("privacy/retention", to("kring.privacy.retention.views.desk"), name="retention"),
    path("privacy/retention/rules/<str:series>", to("kring.privacy.retention.rule_views.rule"), name="rule"),
    path("dossiers/<str:dossier>/person", to("kring.privacy.requests.views.person"), name="person"),
    path("dossiers/<str:dossier>/person/<str:asked>", to("kring.privacy.access.views.begin"), name="copy"),
    path(
        "dossiers/<str:dossier>/person/<str:asked>/pieces/<str:page>",
        to("kring.privacy.access.views.worksheet"),
        name="worksheet",
    ),
    path("dossiers/<str:dossier>/person/<str:asked>/give", to("kring.privacy.access.views.give"), name="give"),
    path("privacy/requests", to("kring.privacy.requests.desk_views.clocks"), name="requests"),
]
