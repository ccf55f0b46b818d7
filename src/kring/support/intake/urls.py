"""Routes of the referral: the public ones in Dutch, as they stand on a poster."""

from django.urls import path

from kring.vault.routes import to

app_name = "intake"

urlpatterns = [
    path("aanmelden", to("kring.support.intake.views.start"), name="start"),
    path("aanmelden/bezorgdheid", to("kring.support.intake.views.story"), name="story"),
    path("aanmelden/gesprek", to("kring.support.intake.views.talk"), name="talk"),
    path("aanmelden/bedankt", to("kring.support.intake.views.thanks"), name="thanks"),
    path("ingebed/<str:language>/<str:step>", to("kring.support.intake.views.embedded"), name="embedded"),
    path("aanmelden/stand", to("kring.support.intake.status.views.status"), name="status"),
    path("referrals/moments", to("kring.support.intake.moments.views.moments"), name="moments"),
    path(
        "referrals/moments/<str:moment>/withdraw",
        to("kring.support.intake.moments.views.withdraw_moment"),
        name="withdraw_moment",
    ),
    path("referrals/take-down", to("kring.support.intake.views.take_down"), name="take_down"),
]
