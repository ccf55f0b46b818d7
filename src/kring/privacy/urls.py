"""Routes of the rights of the person, of retention, and of the privacy officer's desk."""

from django.urls import URLPattern

app_name = "privacy"
urlpatterns: list[URLPattern] = []
