"""Addresses of the desk."""

from django.urls import path

from kring.vault.routes import to

app_name = "desk"

urlpatterns = [
    path("today", to("kring.support.desk.today.views.view"), name="today"),
    path("dossiers/<str:dossier>/tick", to("kring.support.desk.today.views.tick_step"), name="tick_step"),
    path(
        "dossiers/<str:dossier>/tick/<str:action>",
        to("kring.support.desk.today.views.tick_action"),
        name="tick_action",
    ),
    path("dossiers/<str:dossier>/rhythm", to("kring.support.desk.rhythm.views.rhythm"), name="rhythm"),
    path("stand", to("kring.support.desk.pulse.views.view"), name="pulse"),
    path("how-is-your-work", to("kring.support.desk.checkin.views.view"), name="checkin"),
    path("today/week", to("kring.support.desk.today.views.week"), name="week"),
    path("dossiers", to("kring.support.desk.views.my_dossiers"), name="my_dossiers"),
    path("log", to("kring.support.desk.log.views.log"), name="log"),
    path("log/<str:dossier>", to("kring.support.desk.log.views.log"), name="log_one"),
    path("log/<str:dossier>/<str:record>", to("kring.support.desk.log.views.logged"), name="logged"),
    path(
        "dossiers/<str:dossier>/contacts/<str:record>", to("kring.support.desk.log.correcting.contact"), name="contact"
    ),
    path(
        "dossiers/<str:dossier>/contacts/<str:record>/pin", to("kring.support.desk.log.correcting.pinned"), name="pin"
    ),
    path("dossiers/<str:dossier>/sensitive", to("kring.support.desk.notes.views.sensitive"), name="sensitive"),
    path(
        "dossiers/<str:dossier>/sensitive/<str:record>",
        to("kring.support.desk.notes.views.sensitive_note"),
        name="sensitive_note",
    ),
    path("dossiers/<str:dossier>/own", to("kring.support.desk.notes.views.own"), name="own_note"),
    path("notes", to("kring.support.desk.notes.views.search"), name="notes"),
    path("glass", to("kring.support.desk.glass.views.glass"), name="glass"),
    path("glass/told", to("kring.support.desk.glass.views.told"), name="glass_told"),
    path("glass/told/<str:letter>", to("kring.support.desk.glass.views.seen"), name="glass_seen"),
    path("dossiers/<str:dossier>", to("kring.support.desk.views.dossier"), name="dossier"),
]
