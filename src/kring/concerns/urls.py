"""Routes of concerns: those of colleagues, and the page of a partner behind its link."""

from django.urls import path

from kring.vault.routes import to

app_name = "concerns"
urlpatterns = [
    path("concerns", to("kring.concerns.desk.views.concerns"), name="concerns"),
    path("concerns/invite", to("kring.concerns.desk.partners.invite"), name="invite"),
    path("concerns/partners", to("kring.concerns.desk.partners.partners"), name="partners"),
    path("concerns/partners/<str:partner>/link", to("kring.concerns.desk.partners.link"), name="link"),
    path("concerns/partners/<str:partner>/end", to("kring.concerns.desk.partners.end"), name="end"),
    path("concerns/<str:concern>", to("kring.concerns.desk.views.concern"), name="concern"),
    path("concerns/<str:concern>/answer", to("kring.concerns.desk.views.answer"), name="answer"),
    path("concerns/<str:concern>/take", to("kring.concerns.desk.views.take"), name="take"),
    path("concerns/<str:concern>/decide", to("kring.concerns.desk.views.decide"), name="decide"),
    path("seen/<str:token>", to("kring.concerns.own.views.own"), name="own"),
]
