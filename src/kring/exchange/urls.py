"""Routes of the team exchange."""

from django.urls import path

from kring.vault.routes import to

app_name = "exchange"
LESSONS = "kring.exchange.lessons"
MEETINGS, VIGNETTES = "kring.exchange.meetings", "kring.exchange.vignettes"
urlpatterns = [
    path("exchange", to(f"{MEETINGS}.views.meetings"), name="meetings"),
    path("exchange/plan", to(f"{MEETINGS}.views.plan"), name="plan"),
    path("exchange/lessons", to(f"{LESSONS}.views.library"), name="library"),
    path("exchange/lessons/gather", to(f"{LESSONS}.views.gather"), name="gather"),
    path("exchange/lessons/write", to(f"{LESSONS}.writing_views.write"), name="write_card"),
    path("exchange/lessons/write/<str:dossier>", to(f"{LESSONS}.writing_views.write_from"), name="write_from"),
    path("exchange/lessons/<str:card>", to(f"{LESSONS}.views.card"), name="card"),
    path("exchange/lessons/<str:card>/better", to(f"{LESSONS}.writing_views.better"), name="better"),
    path("exchange/lessons/<str:card>/away", to(f"{LESSONS}.views.take_away"), name="card_away"),
    path("exchange/lessons/<str:card>/origin", to(f"{LESSONS}.views.from_where"), name="origin"),
    path("exchange/lessons/<str:card>/collect", to(f"{LESSONS}.views.collect"), name="collect"),
    path("exchange/collections/<str:collection>", to(f"{LESSONS}.views.collection"), name="collection"),
    path("exchange/collections/<str:collection>/out/<str:card>", to(f"{LESSONS}.views.take_out"), name="take_out"),
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
