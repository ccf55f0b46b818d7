"""Routes of the rights of the person, of retention, and of the privacy officer's desk."""

from django.urls import path

from kring.vault.routes import to

app_name = "privacy"
urlpatterns = [
    path("privacy/journal", to("kring.privacy.desk.log_views.access_log"), name="journal"),
    path("privacy/journal/verify", to("kring.privacy.desk.log_views.verify"), name="verify"),
    path("privacy/journal/export", to("kring.privacy.desk.log_views.export"), name="export"),
    path("privacy/glass", to("kring.privacy.desk.views.broken"), name="glass"),
    path("privacy/glass/<str:glass_break>", to("kring.privacy.desk.views.checked"), name="glass_checked"),
    path("privacy/incident", to("kring.privacy.desk.views.lost"), name="incident"),
    path("privacy/access", to("kring.privacy.desk.views.who_has_access"), name="persons"),
    path("privacy/need-to-know", to("kring.privacy.desk.views.table"), name="need_to_know"),
    path("privacy/drills", to("kring.privacy.desk.drills.drills"), name="drills"),
    path("privacy/record", to("kring.privacy.desk.views.record"), name="record"),
    path("privacy/fields", to("kring.privacy.unused.views.fields"), name="fields"),
    path("privacy/fields/report", to("kring.privacy.unused.views.report"), name="fields_report"),
    path("fields", to("kring.privacy.unused.views.count"), name="count"),
    path("privacy/retention", to("kring.privacy.retention.views.desk"), name="retention"),
    path("privacy/retention/rules/<str:series>", to("kring.privacy.retention.rule_views.rule"), name="rule"),
    path("dossiers/<str:dossier>/person", to("kring.privacy.requests.views.person"), name="person"),
    path("dossiers/<str:dossier>/person/reads", to("kring.privacy.access.reading_views.reads"), name="reads"),
    path("dossiers/<str:dossier>/person/looked", to("kring.privacy.looked.views.looked"), name="looked"),
    path("dossiers/<str:dossier>/person/archive", to("kring.privacy.preserving.views.archive"), name="archive"),
    path("dossiers/<str:dossier>/person/<str:asked>", to("kring.privacy.access.views.begin"), name="copy"),
    path(
        "dossiers/<str:dossier>/person/<str:asked>/pieces/<str:page>",
        to("kring.privacy.access.views.worksheet"),
        name="worksheet",
    ),
    path(
        "dossiers/<str:dossier>/person/<str:asked>/answer",
        to("kring.privacy.requests.answer_views.answer"),
        name="answer",
    ),
    path(
        "dossiers/<str:dossier>/person/<str:asked>/longer",
        to("kring.privacy.requests.longer_views.longer"),
        name="longer",
    ),
    path("dossiers/<str:dossier>/person/<str:asked>/give", to("kring.privacy.access.views.give"), name="give"),
    path("privacy/requests", to("kring.privacy.requests.desk_views.clocks"), name="requests"),
    path("privacy/retention/holds", to("kring.privacy.retention.hold_views.hold"), name="holds"),
    path("privacy/retention/holds/<str:hold>/lift", to("kring.privacy.retention.hold_views.lift"), name="lift"),
    path("privacy/retention/over/<str:series>", to("kring.privacy.retention.batch_views.propose"), name="propose"),
    path("privacy/retention/<str:batch>", to("kring.privacy.retention.batch_views.batch"), name="batch"),
    path(
        "privacy/retention/<str:batch>/declaration",
        to("kring.privacy.retention.batch_views.declaration"),
        name="declaration",
    ),
    path(
        "privacy/retention/<str:batch>/<str:step>",
        to("kring.privacy.retention.batch_views.batch_step"),
        name="batch_step",
    ),
]
