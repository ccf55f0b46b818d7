"""Routes of the clarification: the board, a referral, what one does with it, and the link of a referrer."""

from django.urls import path

from kring.support.clarification import public, views

app_name = "clarification"
urlpatterns = [
    path("board", views.board, name="board"),
    path("referrals/<str:referral>", views.referral, name="referral"),
    path("referrals/<str:referral>/original", views.original, name="original"),
    path("referrals/<str:referral>/<str:step>", views.step, name="step"),
    path("c/<str:token>", public.confirm, name="confirm"),
]
