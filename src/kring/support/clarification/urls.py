"""Routes of the clarification: the board, a referral, what one does with it, and the link of a referrer."""

from django.urls import path

from kring.vault.routes import to

app_name = "clarification"
urlpatterns = [
    path("board", to("kring.support.clarification.views.board"), name="board"),
    path("referrals/<str:referral>", to("kring.support.clarification.views.referral"), name="referral"),
    path("referrals/<str:referral>/original", to("kring.support.clarification.views.original"), name="original"),
    path("referrals/<str:referral>/mail/<str:letter>", to("kring.support.clarification.views.mail"), name="mail"),
    path(
        "referrals/<str:referral>/originals/<str:record>",
        to("kring.support.clarification.views.merged_original"),
        name="merged_original",
    ),
    path("referrals/<str:referral>/<str:step>", to("kring.support.clarification.views.step"), name="step"),
    path("aanmelden/mijn/<str:token>", to("kring.support.clarification.own_views.own_link"), name="own"),
    path("agenda", to("kring.support.clarification.agenda_views.mine"), name="agenda"),
    path("agenda/<str:token>.ics", to("kring.support.clarification.agenda_views.feed"), name="feed"),
    path("dossiers/<str:dossier>/word", to("kring.support.clarification.word_views.word"), name="word"),
    path("c/<str:token>", to("kring.support.clarification.public.confirm"), name="confirm"),
]
