"""Routes of mediation between neighbours; in the process of that register alone."""

from django.urls import path

from kring.vault.routes import to

app_name = "mediation"
urlpatterns = [
    path("neighbours", to("kring.mediation.files.views.files"), name="files"),
    path("neighbours/figures", to("kring.mediation.figures.views.figures"), name="figures"),
    path("neighbours/call", to("kring.mediation.files.views.call"), name="call"),
    path("neighbours/<str:file>", to("kring.mediation.files.views.file"), name="file"),
    path("neighbours/<str:file>/side/<str:side>", to("kring.mediation.files.views.side"), name="side"),
    path("neighbours/<str:file>/talk", to("kring.mediation.files.views.talk"), name="talk"),
    path("neighbours/<str:file>/help", to("kring.mediation.files.views.give_help"), name="help"),
    path("neighbours/<str:file>/help/<str:helper>/end", to("kring.mediation.files.views.end_help"), name="end_help"),
    path("neighbours/<str:file>/page/<str:side>", to("kring.mediation.party.views.give"), name="page"),
    path("neighbours/<str:file>/page/<str:side>/over", to("kring.mediation.party.views.withdraw"), name="page_over"),
    path("between/<str:token>", to("kring.mediation.party.views.own"), name="own"),
    path("neighbours/<str:file>/end", to("kring.mediation.files.views.end"), name="end"),
]
