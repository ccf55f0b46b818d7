"""Routes of the plan: the page, its rows and actions, agreeing, the client's version, and the link of an owner."""

from django.urls import path

from kring.vault.routes import to

app_name = "plan"
HERE = "dossiers/<str:dossier>/plan"
VIEWS = "kring.support.plan.views"
urlpatterns = [
    path(HERE, to(f"{VIEWS}.plan"), name="plan"),
    path(f"{HERE}/version/<str:number>", to(f"{VIEWS}.version"), name="version"),
    path(f"{HERE}/row", to(f"{VIEWS}.new_row"), name="new_row"),
    path(f"{HERE}/row/<str:row>", to(f"{VIEWS}.row"), name="row"),
    path(f"{HERE}/row/<str:row>/action", to(f"{VIEWS}.new_action"), name="new_action"),
    path(f"{HERE}/action", to(f"{VIEWS}.loose_action"), name="loose_action"),
    path(f"{HERE}/action/<str:action>", to(f"{VIEWS}.action"), name="action"),
    path(f"{HERE}/action/<str:action>/ask", to("kring.support.plan.asking_views.ask"), name="ask"),
    path(f"{HERE}/take-over", to(f"{VIEWS}.take_over"), name="take_over"),
    path(f"{HERE}/agree", to("kring.support.plan.agreeing_views.agree"), name="agree"),
    path(f"{HERE}/client", to("kring.support.plan.sheet_views.sheet"), name="sheet"),
    path(f"{HERE}/client/words", to("kring.support.plan.sheet_views.words_of"), name="sheet_words"),
    path(f"{HERE}/client/choose", to("kring.support.plan.sheet_views.choose"), name="sheet_choose"),
    path(f"{HERE}/client/send", to("kring.support.plan.client_views.send"), name="sheet_send"),
    path(f"{HERE}/client/pdf/<str:place>", to("kring.support.plan.sheet_views.pdf"), name="sheet_pdf"),
    path(f"{HERE}/client/<str:place>", to("kring.support.plan.sheet_views.at_place"), name="sheet_at"),
    path("blad/<str:token>", to("kring.support.plan.client_views.own"), name="own"),
    path("weg", to("kring.support.plan.leaving_views.away"), name="away"),
    path("actie/<str:token>", to("kring.support.plan.nudge_views.nudge"), name="nudge"),
]
