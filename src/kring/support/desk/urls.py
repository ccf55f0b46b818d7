"""Addresses of the desk."""

from django.urls import path

from kring.vault.routes import to

app_name = "desk"

urlpatterns = [
    path("dossiers", to("kring.support.desk.views.my_dossiers"), name="my_dossiers"),
    path("dossiers/<str:dossier>", to("kring.support.desk.views.dossier"), name="dossier"),
]
