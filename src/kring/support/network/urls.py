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
    path(f"{HERE}/factors/add", to("kring.support.network.factor_views.add"), name="add_factor"),
    path(f"{HERE}/factors/<str:record>", to("kring.support.network.factor_views.factor"), name="factor"),
    path(f"{HERE}/factors/<str:record>/<str:step>", to("kring.support.network.factor_views.step"), name="factor_step"),
    path(f"{HERE}/<str:record>", to(f"{VIEWS}.tie"), name="tie"),
    path(f"{HERE}/<str:record>/<str:step>", to(f"{VIEWS}.step"), name="step"),
]
