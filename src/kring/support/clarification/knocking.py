"""Knocking at the moment a role is taken: the one place where one may ask whether a colleague knows somebody.

What is said stands above the form and stops nobody: the next press of the button opens the dossier.
"""

from typing import Any

from django.utils.translation import gettext

from kring.support.clarification import rules
from kring.support.clarification.forms import RoleForm, StepForm
from kring.support.clarification.rules import NotNow
from kring.support.dossier.knock.asking import Kind, knock
from kring.support.intake.actions import OpenReferral
from kring.team import queries as team
from kring.team.programmes import programme
from kring.vault.gate import Session

LOOK = "look"
"""Name of the button that only asks."""


def says_first(session: Session, opened: OpenReferral, form: StepForm, given: Any) -> bool:
    """Knock with a form that was filled in well; True when the answer is to be read before anything is done.

    The button that only asks always shows its answer, "nobody" too. The button that opens knocks by itself, and shows
    what was found once.
    """
    if not isinstance(form, RoleForm) or not _may(session, opened):
        return False
    only_asks, who = LOOK in given, form.known
    if who is None or not (who.name or who.nickname):
        if only_asks:
            form.add_error("name", gettext("Fill in a name first, then we can ask."))
        return only_asks
    if form.cleaned_data["knocked"] == form.mark and not only_asks:
        return False
    circle = team.circle(programme(form.cleaned_data["programme"]).circle).principal
    form.heard = knock(session, circle=circle, who=who, at=opened.referral.id)
    return only_asks or form.heard.kind in (Kind.SAME, Kind.ASK)


def _may(session: Session, opened: OpenReferral) -> bool:
    """Whether this colleague is about to open a dossier here; who is not asks nothing."""
    try:
        rules.check("take_role", opened.referral)
        rules.check_asked(opened.referral.role_asked, session.person)
    except NotNow:
        return False
    return True
