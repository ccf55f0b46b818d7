"""Routes of the team: the front door in the root namespace, the list of colleagues in its own."""

from django.urls import include, path

from kring.vault.routes import to

urlpatterns = [
    path("sign-in", to("kring.team.views.signin"), name="signin"),
    path("locked", to("kring.team.views.locked"), name="locked"),
    path("sign-out", to("kring.team.views.signout"), name="signout"),
    path("waiting", to("kring.team.views.waiting"), name="waiting"),
    path("ways-in", include("kring.team.ways_in.urls")),
    path("team", include(([path("", to("kring.team.views.colleagues"), name="colleagues")], "team"))),
]
