"""Routes of the whole house. Each folder states its own paths; one of an app that is not in this register is skipped.

Route names are `<folder>:<name>` and go into logs and journal; paths do not.
"""

from importlib.util import find_spec

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

from kring.site import policy_reports, views
from kring.vault.routes import to

FOLDERS = (
    "kring.support.desk.urls",
    "kring.support.dossier.urls",
    "kring.support.intake.urls",
    "kring.support.clarification.urls",
    "kring.support.contacts.urls",
    "kring.support.network.urls",
    "kring.support.consultation.urls",
    "kring.support.plan.urls",
    "kring.support.followup.urls",
    "kring.support.closing.urls",
    "kring.support.disclosure.urls",
    "kring.exchange.urls",
    "kring.concerns.urls",
    "kring.reporting.urls",
    "kring.privacy.urls",
    "kring.mediation.urls",
    "kring.sanctions.urls",
    "kring.pot.urls",
    "kring.team.urls",
)
"""The pages of the day first: an address is looked up from the front."""


def _present(module: str) -> bool:
    app = ".".join(module.split(".")[:2])
    return apps.is_installed(app) and find_spec(module) is not None


urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("healthz", views.health, name="health"),
    path("policy-broken", policy_reports.report, name="policy_report"),
    path("language", views.choose_language, name="choose_language"),
    path("theme", views.choose_theme, name="choose_theme"),
    *(path("", include(module)) for module in FOLDERS if _present(module)),
]
if apps.is_installed("kring.concerns"):
    passing = to("kring.site.concern_to_referral.pass_on")
    urlpatterns.append(path("concerns/<str:concern>/pass-on", passing, name="concern_to_referral"))

handler400 = "kring.site.refusals.unreadable"
handler403 = "kring.site.refusals.refuse"
handler404 = "kring.site.refusals.refuse"
handler500 = "kring.site.refusals.broken"
