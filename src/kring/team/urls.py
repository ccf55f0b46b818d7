"""Routes of the team: the front door in the root namespace, the list of colleagues in its own."""

from django.urls import include, path

from kring.team import views

urlpatterns = [
    path("sign-in", views.signin, name="signin"),
    path("locked", views.locked, name="locked"),
    path("sign-out", views.signout, name="signout"),
    path("waiting", views.waiting, name="waiting"),
    path("team", include(([path("", views.colleagues, name="colleagues")], "team"))),
]
