"""Routes of the team exchange."""

from django.urls import path

from kring.vault.routes import to

app_name = "exchange"
MEETINGS, VIGNETTES = "kring.exchange.meetings", "kring.exchange.vignettes"
urlpatterns = [
    path("exchange", to(f"{MEETINGS}.views.meetings"), name="meetings"),
    path("exchange/plan", to(f"{MEETINGS}.views.plan"), name="plan"),
    path("exchange/vignette/<str:dossier>", to(f"{VIGNETTES}.views.vignette"), name="vignette"),
    path("exchange/vignette/<str:dossier>/put", to(f"{VIGNETTES}.views.put"), name="put_vignette"),
    path("exchange/<str:meeting>", to(f"{MEETINGS}.views.meeting"), name="meeting"),
    path("exchange/<str:meeting>/put", to(f"{MEETINGS}.topic_views.put"), name="put"),
    path("exchange/<str:meeting>/topic/<str:topic>", to(f"{MEETINGS}.topic_views.topic"), name="topic"),
    path("exchange/<str:meeting>/notes", to(f"{MEETINGS}.views.notes"), name="notes"),
    path("exchange/<str:meeting>/agree", to(f"{MEETINGS}.views.agree"), name="agree"),
    path("exchange/<str:meeting>/agreed/<str:deal>/done", to(f"{MEETINGS}.views.settle"), name="settle"),
    path("exchange/<str:meeting>/end", to(f"{MEETINGS}.views.end"), name="end"),
]
