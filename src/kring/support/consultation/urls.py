"""Routes of the consultation: the list, one preparation, one person, the shared screen, and the link of a guest."""

from django.urls import path

from kring.vault.routes import to

app_name = "consultation"
VIEWS = "kring.support.consultation.views"
ONE = "dossiers/<str:dossier>/consultations/<str:consultation>"
urlpatterns = [
    path("dossiers/<str:dossier>/consultations", to(f"{VIEWS}.consultations"), name="consultations"),
    path(ONE, to(f"{VIEWS}.consultation"), name="consultation"),
    path(f"{ONE}/table", to("kring.support.consultation.table_views.table"), name="table"),
    path(f"{ONE}/table/<str:step>", to("kring.support.consultation.table_views.table_step"), name="table_step"),
    path(f"{ONE}/agenda/<str:item>/remove", to(f"{VIEWS}.remove_item"), name="remove_item"),
    path(f"{ONE}/seats/<str:seat>", to(f"{VIEWS}.seat"), name="seat"),
    path(f"{ONE}/seats/<str:seat>/<str:step>", to(f"{VIEWS}.seat_step"), name="seat_step"),
    path(f"{ONE}/<str:step>", to(f"{VIEWS}.step"), name="step"),
    path(
        "dossiers/<str:dossier>/case-consultations",
        to("kring.support.consultation.case.views.case_consultations"),
        name="case_consultations",
    ),
    path(
        "dossiers/<str:dossier>/case-consultations/<str:case>",
        to("kring.support.consultation.case.views.case_consultation"),
        name="case_consultation",
    ),
    path("overleg/<str:token>", to("kring.support.consultation.guest_views.guest"), name="guest"),
]
