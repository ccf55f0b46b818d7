"""Routes of the team: the front door in the root namespace, the colleagues and who manages them in their own."""

from django.urls import include, path

from kring.vault.routes import to

TEAM = [
    path("", to("kring.team.views.colleagues"), name="colleagues"),
    path("/let-in/<str:person>", to("kring.team.enrolment.views.admit"), name="admit"),
    path("/invited/<str:token>", to("kring.team.enrolment.views.invitation"), name="invitation"),
    path("/recovery", to("kring.team.recovering.views.requests"), name="recovery"),
    path("/recovery/trustees", to("kring.team.recovering.change_views.the_three"), name="trustees"),
    path("/recovery/place", to("kring.team.recovering.change_views.place"), name="place"),
    path("/recovery/ask", to("kring.team.recovering.views.ask"), name="recovery_ask"),
    path("/recovery/<str:recovery>/<str:step>", to("kring.team.recovering.views.step"), name="recovery_step"),
    path("/letters", to("kring.team.wording.views.wording"), name="wording"),
    path("/letters/silence", to("kring.team.wording.views.silence"), name="silence"),
    path("/letters/<str:letter>/<str:language>", to("kring.team.wording.views.word"), name="word"),
    path("/letters/<str:letter>/<str:language>/pdf", to("kring.team.wording.views.preview"), name="word_preview"),
    path("/law", to("kring.team.law.views.law"), name="law"),
    path("/protocols", to("kring.team.protocols.views.protocols"), name="protocols"),
    path("/protocols/<str:protocol>", to("kring.team.protocols.views.protocol"), name="protocol"),
    path("/services", to("kring.team.services.views.services"), name="services"),
    path("/services/new", to("kring.team.services.views.keep"), name="service_new"),
    path("/services/file", to("kring.team.services.views.bring_in"), name="services_file"),
    path("/services/file/<str:kind>", to("kring.team.services.views.hand_out"), name="services_out"),
    path("/services/<str:entry>", to("kring.team.services.views.service"), name="service"),
    path("/services/<str:entry>/keep", to("kring.team.services.views.keep"), name="service_keep"),
    path("/manage", to("kring.team.managing.views.everybody"), name="manage"),
    path("/manage/new", to("kring.team.managing.views.newcomer"), name="newcomer"),
    path("/manage/invited/<str:invitation>/<str:step>", to("kring.team.managing.views.invited"), name="invited"),
    path("/manage/<str:person>", to("kring.team.managing.views.person"), name="person"),
    path("/manage/<str:person>/<str:step>", to("kring.team.managing.views.step"), name="step"),
]
urlpatterns = [
    path("sign-in", to("kring.team.views.signin"), name="signin"),
    path("sign-in/city", to("kring.team.city.views.go"), name="city_go"),
    path("sign-in/city/back", to("kring.team.city.views.back"), name="city_back"),
    path("sign-in/known", to("kring.team.city.views.known"), name="city_known"),
    path("locked", to("kring.team.views.locked"), name="locked"),
    path("cover", to("kring.team.views.cover"), name="cover"),
    path("sign-out", to("kring.team.views.signout"), name="signout"),
    path("locked/write", to("kring.team.while_locked.views.write"), name="write_locked"),
    path("written", to("kring.team.while_locked.views.written"), name="written"),
    path("written/send", to("kring.team.while_locked.views.send"), name="written_send"),
    path("written/away", to("kring.team.while_locked.views.throw_away"), name="written_away"),
    path("drafts/keep", to("kring.team.drafts.views.keep"), name="draft_keep"),
    path("drafts/find", to("kring.team.drafts.views.find"), name="draft_find"),
    path("unfinished", to("kring.team.drafts.views.unfinished"), name="unfinished"),
    path("unfinished/away", to("kring.team.drafts.views.throw_away"), name="unfinished_away"),
    path("waiting", to("kring.team.enrolment.views.waiting"), name="waiting"),
    path("ways-in", include("kring.team.ways_in.urls")),
    path("team", include((TEAM, "team"))),
]
