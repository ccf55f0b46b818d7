"""Addresses of contacts: the street, words for a colleague, attachments of a dossier."""

from django.urls import path

from kring.vault.routes import to

app_name = "contacts"

ROUNDS, WORD = "kring.support.contacts.rounds.views", "kring.support.contacts.word.views"
ATTACHED = "kring.support.contacts.attachments.views"
OF_DOSSIER = "dossiers/<str:dossier>/attachments"

APPOINTMENTS, AHEAD = "kring.support.contacts.appointments.views", "dossiers/<str:dossier>/appointments"

urlpatterns = [
    path(AHEAD, to(f"{APPOINTMENTS}.appointments"), name="appointments"),
    path(f"{AHEAD}/<str:appointment>", to(f"{APPOINTMENTS}.appointment"), name="appointment"),
    path(f"{AHEAD}/<str:appointment>/off", to(f"{APPOINTMENTS}.call_off"), name="call_off"),
    path("street", to(f"{ROUNDS}.walk"), name="street"),
    path("street/start", to(f"{ROUNDS}.start"), name="start_round"),
    path("street/note", to(f"{ROUNDS}.note"), name="note_without"),
    path("street/spot", to(f"{ROUNDS}.spot"), name="spot"),
    path("street/<str:walked>", to(f"{ROUNDS}.over"), name="round_over"),
    path("street/<str:walked>/join", to(f"{ROUNDS}.join"), name="join_round"),
    path("street/<str:walked>/tally", to(f"{ROUNDS}.tally"), name="tally"),
    path("street/<str:walked>/met", to(f"{ROUNDS}.meet"), name="meet"),
    path("street/<str:walked>/take-back", to(f"{ROUNDS}.take_back"), name="take_back"),
    path("street/<str:walked>/end", to(f"{ROUNDS}.end"), name="end_round"),
    path("words", to(f"{WORD}.words"), name="words"),
    path("words/<str:letter>/file", to(f"{WORD}.file"), name="file_word"),
    path("words/<str:letter>/throw-away", to(f"{WORD}.throw_away"), name="throw_word_away"),
    path(OF_DOSSIER, to(f"{ATTACHED}.attachments"), name="attachments"),
    path(f"{OF_DOSSIER}/<str:attachment>", to(f"{ATTACHED}.attachment"), name="attachment"),
    path(f"{OF_DOSSIER}/<str:attachment>/file", to(f"{ATTACHED}.file"), name="attachment_file"),
    path(f"{OF_DOSSIER}/<str:attachment>/preview", to(f"{ATTACHED}.preview"), name="attachment_preview"),
    path(f"{OF_DOSSIER}/<str:attachment>/throw-away", to(f"{ATTACHED}.throw_away"), name="throw_attachment_away"),
]
