"""Routes of the project pot: the public ones in the town's language, those of the office below `pot`."""

from django.urls import path

from kring.vault.routes import to

app_name = "pot"
urlpatterns = [
    path("projectpot", to("kring.pot.applying.views.call"), name="call"),
    path("projectpot/aanvragen", to("kring.pot.applying.views.apply"), name="apply"),
    path("projectpot/stand", to("kring.pot.applying.views.stand"), name="stand"),
    path("pot", to("kring.pot.desk.views.applications"), name="applications"),
    path("pot/rules", to("kring.pot.regulation.views.rules"), name="rules"),
    path("pot/payments", to("kring.pot.paying.views.payments"), name="payments"),
    path("pot/payments/<str:run>/xml", to("kring.pot.paying.views.payment_file"), name="payment_file"),
    path("pot/payments/<str:run>/csv", to("kring.pot.paying.views.payment_table"), name="payment_table"),
    path("pot/<str:application>", to("kring.pot.deciding.views.application"), name="application"),
    path("pot/<str:application>/weigh", to("kring.pot.deciding.views.weigh"), name="weigh"),
    path("pot/<str:application>/tie", to("kring.pot.deciding.views.tie"), name="tie"),
    path("pot/<str:application>/decide", to("kring.pot.deciding.views.decide"), name="decide"),
    path("pot/<str:application>/letter", to("kring.pot.deciding.views.letter"), name="letter"),
    path("pot/<str:application>/sent/<str:number>", to("kring.pot.desk.views.sent_along"), name="sent_along"),
]
