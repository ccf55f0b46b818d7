"""Routes of one's own ways in."""

from django.urls import path

from kring.vault.routes import to

app_name = "ways_in"
_HERE = "kring.team.ways_in.views."
urlpatterns = [
    path("", to(_HERE + "overview"), name="overview"),
    path("/confirm", to(_HERE + "confirm"), name="confirm"),
    path("/passkey", to(_HERE + "passkey"), name="passkey"),
    path("/password", to(_HERE + "password"), name="password"),
    path("/code", to(_HERE + "code"), name="code"),
    path("/paper", to(_HERE + "paper"), name="paper"),
    path("/unlock-here", to(_HERE + "unlock_here"), name="unlock_here"),
    path("/city", to("kring.team.city.views.account"), name="city"),
    path("/city/go", to("kring.team.city.views.go_and_bind"), name="city_go"),
    path("/city/away", to("kring.team.city.views.unbind"), name="city_away"),
    path("/seen", to(_HERE + "seen"), name="seen"),
    path("/remove", to(_HERE + "remove"), name="remove"),
    path("/end", to(_HERE + "end"), name="end"),
]
