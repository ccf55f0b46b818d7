"""Addresses of the desk."""

from django.urls import path

from kring.support.desk.views import dossier, my_dossiers

app_name = "desk"

urlpatterns = [
    path("dossiers", my_dossiers, name="my_dossiers"),
    path("dossiers/<str:dossier>", dossier, name="dossier"),
]
