"""Routes of the figures."""

from django.urls import path

from kring.vault.routes import to

app_name = "reporting"
urlpatterns = [
    path("figures", to("kring.reporting.views.council_answer"), name="council_answer"),
    path("figures/freeze", to("kring.reporting.views.freeze"), name="freeze"),
]
