"""Routes of the referral: the public ones in Dutch, as they stand on a poster."""

from django.urls import path

from kring.support.intake import views

app_name = "intake"

urlpatterns = [
    path("aanmelden", views.start, name="start"),
    path("aanmelden/bezorgdheid", views.story, name="story"),
    path("aanmelden/gesprek", views.talk, name="talk"),
    path("aanmelden/bedankt", views.thanks, name="thanks"),
    path("referrals/take-down", views.take_down, name="take_down"),
]
