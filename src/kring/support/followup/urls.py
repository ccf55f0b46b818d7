"""Routes of keeping a dossier carried: giving back, handing over."""

from django.urls import path

from kring.vault.routes import to

_HERE = "kring.support.followup"
app_name = "followup"
urlpatterns = [
    path("keys", to(f"{_HERE}.views.keys"), name="keys"),
    path("keys/ask-trustees", to(f"{_HERE}.views.ask_trustees"), name="ask_trustees"),
    path("keys/give-back/<str:person>", to(f"{_HERE}.views.give_back"), name="give_back"),
    path("keys/hand-over-all/<str:person>", to(f"{_HERE}.views.hand_over_all"), name="hand_over_all"),
    path("keys/hand-over/<str:dossier>", to(f"{_HERE}.views.hand_over"), name="hand_over"),
    path("away", to(f"{_HERE}.away.views.away"), name="away"),
    path("away/not-here/<str:person>", to(f"{_HERE}.away.views.not_here"), name="not_here"),
    path("away/<str:absence>/end", to(f"{_HERE}.away.views.end"), name="away_end"),
    path("back", to(f"{_HERE}.back.views.back"), name="back"),
    path("back/<str:evening>", to(f"{_HERE}.back.views.pressed"), name="pressed_back"),
    path("back/<str:evening>/where", to(f"{_HERE}.back.views.where"), name="where"),
    path("back/<str:evening>/settle", to(f"{_HERE}.back.views.settle"), name="settle"),
    path("handovers", to(f"{_HERE}.handover.views.handovers"), name="handovers"),
    path("handovers/many", to(f"{_HERE}.handover.views.many"), name="hand_over_many"),
    path("handovers/move", to(f"{_HERE}.handover.views.move"), name="move"),
    path("handovers/<str:handover>", to(f"{_HERE}.handover.views.offer"), name="offer"),
    path("handovers/<str:handover>/take-back", to(f"{_HERE}.handover.views.take_back"), name="take_back"),
    path("dossiers/<str:dossier>/follow-up", to(f"{_HERE}.direction.views.direction"), name="direction"),
    path("dossiers/<str:dossier>/follow-up/along", to(f"{_HERE}.direction.views.let_along"), name="along"),
    path(
        "dossiers/<str:dossier>/follow-up/along/<str:along_id>/end",
        to(f"{_HERE}.direction.views.end_along"),
        name="end_along",
    ),
    path("dossiers/<str:dossier>/follow-up/mode", to(f"{_HERE}.direction.views.change_mode"), name="mode"),
    path("dossiers/<str:dossier>/linkages", to(f"{_HERE}.linkage.views.linkages"), name="linkages"),
    path("dossiers/<str:dossier>/linkages/<str:record>", to(f"{_HERE}.linkage.views.answer"), name="linkage_answer"),
    path("dossiers/<str:dossier>/handover", to(f"{_HERE}.handover.views.handover"), name="handover"),
]
