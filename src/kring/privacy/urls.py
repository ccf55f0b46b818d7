"""Routes of the rights of the person, of retention, and of the privacy officer's desk."""

from django.urls import path

from kring.vault.routes import to

app_name = "privacy"
urlpatterns = [
    path("privacy/retention", to("kring.privacy.retention.views.desk"), name="retention"),
    path("privacy/retention/rules/<str:series>", to("kring.privacy.retention.rule_views.rule"), name="rule"),
]
