"""Addresses of the floor, one per journey."""

from django.contrib.auth.views import LoginView
from django.urls import path

from benchmarks.floor.cases import views

urlpatterns = [
    path("login/", LoginView.as_view(), name="login"),
    path("refer/", views.refer, name="refer"),
    path("refer/thanks/<str:code>/", views.thanks, name="thanks"),
    path("dossiers/", views.caseload, name="caseload"),
    path("dossiers/<str:number>/", views.dossier, name="dossier"),
    path("dossiers/<str:number>/note/", views.note, name="note"),
]
