"""What each step of a referral does with its form: two tables, one look-up each. No pages here."""

from collections.abc import Callable, Mapping
from typing import Any

from kring.support.clarification import actions, answers, decision, merging, waiting
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.decision import Role
from kring.support.clarification.forms import (
    AcceptForm,
    AcuteForm,
    AgainForm,
    AskForm,
    ConfirmForm,
    NoteForm,
    PlanForm,
    ProposeForm,
    RoleForm,
    SettleForm,
    StepForm,
)
from kring.support.clarification.more_forms import (
    BackToNewForm,
    EndAcuteForm,
    MergeForm,
    RemindForm,
    WaitForm,
    WaitForReferrerForm,
)
from kring.support.dossier.content import Mode
from kring.support.intake import replies
from kring.support.intake.actions import OpenReferral
from kring.team import queries as team
from kring.team.programmes import programme
from kring.vault.gate import Session

FORMS: Mapping[str, type[StepForm]] = {
    form.step: form
    for form in (
        SettleForm,
        AcceptForm,
        RoleForm,
        AgainForm,
        ConfirmForm,
        ProposeForm,
        NoteForm,
        PlanForm,
        AskForm,
        RemindForm,
        WaitForReferrerForm,
        WaitForm,
        BackToNewForm,
        MergeForm,
        AcuteForm,
        EndAcuteForm,
    )
}
"""step -> its form, in the order of the page."""


def _ask(session: Session, opened: OpenReferral, form: Any) -> None:
    given = form.cleaned_data
    actions.ask_colleague(session, opened, person=given["person"], once=given["once"])


def _accept(session: Session, opened: OpenReferral, form: Any) -> None:
    actions.accept(session, opened, once=form.cleaned_data["once"])


def _plan(session: Session, opened: OpenReferral, form: Any) -> None:
    given = form.cleaned_data
    words = {name: given[name] for name in ("to", "place", "questions", "once")}
    actions.plan_talk(session, opened, talk_at=form.talk_at, **words)


def _note(session: Session, opened: OpenReferral, form: Any) -> None:
    given = form.cleaned_data
    actions.write_notes(session, opened, text=given["text"], once=given["once"])


def _propose(session: Session, opened: OpenReferral, form: Any) -> None:
    given = form.cleaned_data
    actions.propose(session, opened, form.proposal, to=given["to"], once=given["once"])


def _confirm(session: Session, opened: OpenReferral, form: Any) -> None:
    given = form.cleaned_data
    answer = ReferrerAnswer(Answer(given["answer"]), given["words"], way="word")
    laid = decision.proposal_of(opened)
    answers.confirm_by_word(session, opened, answer, proposed_by=laid.by if laid else "", once=given["once"])


def _acute(session: Session, opened: OpenReferral, form: Any) -> None:
    given = form.cleaned_data
    actions.call_for_help(session, opened, called=given["called"], words=given["words"], once=given["once"])


def _again(session: Session, opened: OpenReferral, form: Any) -> None:
    actions.take_up_again(session, opened, once=form.cleaned_data["once"])


def _settle(session: Session, opened: OpenReferral, form: Any) -> None:
    replies.settle(session, opened, once=form.cleaned_data["once"])


def _wait(session: Session, opened: OpenReferral, form: Any) -> None:
    waiting.put_on_list(session, opened, **_given(form, "again_on", "words", "to"))


def _wait_for_referrer(session: Session, opened: OpenReferral, form: Any) -> None:
    waiting.wait_for_referrer(session, opened, **_given(form, "words"))


def _remind(session: Session, opened: OpenReferral, form: Any) -> None:
    waiting.remind(session, opened, **_given(form, "to"))


def _back_to_new(session: Session, opened: OpenReferral, form: Any) -> None:
    waiting.back_to_new(session, opened, **_given(form, "words"))


def _merge(session: Session, opened: OpenReferral, form: Any) -> None:
    merging.merge(session, opened, **_given(form, "other"))


def _end_acute(session: Session, opened: OpenReferral, form: Any) -> None:
    waiting.end_acute(session, opened, **_given(form, "words"))


def _given(form: Any, *names: str) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in (*names, "once")}


def _take_role(session: Session, opened: OpenReferral, form: Any) -> None:
    given = form.cleaned_data
    role = Role(
        circle=team.circle(programme(given["programme"]).circle).principal,
        programme=given["programme"],
        deputy=given["deputy"],
        mode=Mode(given["mode"]),
        label=given["label"],
        identity=form.known,
        told_by_client=given["told_by_client"],
    )
    decision.take_role(session, opened, role, once=given["once"])


DO: Mapping[str, Callable[[Session, OpenReferral, Any], None]] = {
    "ask": _ask,
    "accept": _accept,
    "plan": _plan,
    "note": _note,
    "propose": _propose,
    "confirm": _confirm,
    "acute": _acute,
    "take_up_again": _again,
    "take_role": _take_role,
    "settle": _settle,
    "wait": _wait,
    "wait_for_referrer": _wait_for_referrer,
    "remind": _remind,
    "back_to_new": _back_to_new,
    "merge": _merge,
    "end_acute": _end_acute,
}
"""step -> what is done with a form that was filled in well."""
