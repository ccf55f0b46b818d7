"""Addresses of the network of one dossier."""

from django.urls import path

from kring.vault.routes import to

app_name = "network"
VIEWS = "kring.support.network.views"
HERE = "dossiers/<str:dossier>/network"

urlpatterns = [
    path(HERE, to(f"{VIEWS}.network_map"), name="map"),
    path(f"{HERE}/drawn", to(f"{VIEWS}.drawn"), name="drawn"),
    path(f"{HERE}/add", to(f"{VIEWS}.add"), name="add"),
    path(f"{HERE}/<str:record>", to(f"{VIEWS}.tie"), name="tie"),
    path(f"{HERE}/<str:record>/<str:step>", to(f"{VIEWS}.step"), name="step"),
]
