"""Routes of giving back and handing over."""

from django.urls import path

from kring.vault.routes import to

app_name = "followup"
urlpatterns = [
    path("keys", to("kring.support.followup.views.keys"), name="keys"),
    path("keys/ask-trustees", to("kring.support.followup.views.ask_trustees"), name="ask_trustees"),
    path("keys/give-back/<str:person>", to("kring.support.followup.views.give_back"), name="give_back"),
    path("keys/hand-over/<str:dossier>", to("kring.support.followup.views.hand_over"), name="hand_over"),
]
