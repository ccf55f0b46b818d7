"""Routes of the figures."""

from django.urls import path

from kring.reporting import views

app_name = "reporting"
urlpatterns = [
    path("figures", views.council_answer, name="council_answer"),
    path("figures/freeze", views.freeze, name="freeze"),
]
