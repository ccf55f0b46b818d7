"""Routes of sanction mediation; in the process of that register alone."""

from django.urls import path

from kring.vault.routes import to

app_name = "sanctions"
urlpatterns = [
    path("sanctions", to("kring.sanctions.files.views.files"), name="files"),
    path("sanctions/new", to("kring.sanctions.files.views.begin"), name="begin"),
    path("sanctions/figures", to("kring.sanctions.figures.views.figures"), name="figures"),
    path("sanctions/gone", to("kring.sanctions.expiry.views.gone"), name="gone"),
    path("sanctions/<str:file>", to("kring.sanctions.files.views.file"), name="file"),
    path("sanctions/<str:file>/amend", to("kring.sanctions.files.views.amend"), name="amend"),
    path("sanctions/<str:file>/report", to("kring.sanctions.files.steps.report"), name="report"),
    path("sanctions/<str:file>/step/<str:step>", to("kring.sanctions.files.steps.step"), name="step"),
]
