"""Addresses of the desk."""

from django.urls import path

from kring.support.desk import views

app_name = "desk"

urlpatterns = [
    path("dossiers", views.my_dossiers, name="my_dossiers"),
    path("dossiers/<str:dossier>", views.dossier, name="dossier"),
]
