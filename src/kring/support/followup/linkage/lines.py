"""Onward referrals as the page says them. Words only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kring.support.dossier import words
from kring.support.followup.linkage.content import OnwardReferral
from kring.support.followup.linkage.forms import RUNS, RunsForm
from kring.support.followup.linkage.queries import Kept
from kring.vault.primitives import new_id


@dataclass(frozen=True, slots=True)
class Line:
    """One referral. due: when to ask, in words, "" when nobody went along or it was asked. form: the question."""

    id: str
    title: str
    when: str
    request: str
    entry: str
    answers: list[tuple[str | Promise, str, str]]
    due: str
    now: bool
    form: RunsForm


def lines(kept: Sequence[Kept], today: date, answered: tuple[str, RunsForm] | None) -> list[Line]:
    """The lines of the page. answered: a form that came back, by the id of its referral."""
    tried = dict([answered] if answered else [])
    return [_line(one, today, tried.get(one.row.id)) for one in kept]


def _line(one: Kept, today: date, tried: RunsForm | None) -> Line:
    referral, task = one.referral, one.question
    if tried is not None:  # what a colleague wrote meanwhile stands above it now
        tried.data = {**tried.data, "revision": str(one.row.revision)}
    form = tried or RunsForm(initial={"revision": one.row.revision, "once": new_id()}, auto_id=f"{one.row.id}-%s")
    return Line(
        id=one.row.id,
        title=" · ".join(filter(None, (referral.service, referral.organisation))),
        when=_when(referral),
        request=referral.request,
        entry=referral.entry,
        answers=[(dict(RUNS)[asked.runs.value], words.day(asked.on), asked.words) for asked in referral.asked],
        due=words.day(task.due_on) if task else "",
        now=task is not None and task.due_on <= today,
        form=form,
    )


def _when(referral: OnwardReferral) -> str:
    said = [words.day(referral.on)]
    said.append(_("somebody went along") if referral.went_along else _("the address was given"))
    if referral.agreed_with:
        said.append(_("agreed with %(name)s") % {"name": referral.agreed_with})
    return " · ".join(said)
