"""What changes between asking and the last step, what two windows do at once, and what is written past the program."""

from collections.abc import Callable
from typing import Any

import pytest

from kring.team import founding, queries
from kring.team.clock import today
from kring.team.models import Function, Group, Membership
from kring.team.recovering import actions, anew, renewing
from kring.team.recovering.models import RecoveryAnew, RecoveryDrill
from kring.team.recovering.tests import test_anew as anew_steps
from kring.team.recovering.tests import test_places as place_steps
from kring.team.recovering.tests.test_anew import founded, gone  # noqa: F401  fixtures
from kring.team.recovering.tests.test_two_trustees import a_day_later, lost
from kring.team.testing import Town
from kring.vault import recovery
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.models import Envelope, Lock, Principal, RecoveryRequest
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep
from kring.vault.tests.attacker import other_value, put_back, raw

pytestmark = pytest.mark.django_db


def administers(town: Town, who: str) -> None:
    with acting("test.administers", by="system") as act:
        founding.appoint(act, town.people[who].colleague, Function.ADMINISTRATOR, from_on=today())


def in_a_circle(town: Town, who: str) -> None:
    with acting("test.joins", by="system") as act:
        group = Group.objects.get(code="samen")
        act.add(Membership(group=group, colleague=town.people[who].colleague, from_on="2020-01-01"))


BECAME = pytest.mark.parametrize("became", [administers, in_a_circle])


@BECAME
@pytest.mark.parametrize("when", ["begin", "finish"])
def test_who_may_be_no_trustee_any_more_gets_no_place(town: Town, became: Callable[..., None], when: str) -> None:
    place_steps.ask(town)
    a_day_later(RecoveryRequest.objects.get())
    bart, given = town.bart.client, {"second": town.hilde.principal}
    if when == "finish":
        assert place_steps.step(town.karel, "begin", bart, **given).status_code == 302
    became(town, "bart")
    last = town.karel if when == "begin" else town.hilde
    assert "kan geen vertrouwenspersoon zijn" in place_steps.step(last, when, bart, **given).content.decode()
    assert not actions.is_trustee(town.bart.principal)
    assert place_steps.step(town.karel, "call-off", bart).status_code == 302, "and it does not stay for ever"


@BECAME
def test_anew_nobody_who_may_be_no_trustee_any_more(town: Town, gone: Any, became: Callable[..., None]) -> None:  # noqa: F811
    anew_steps.ask(town)
    anew_steps.confirm(town, "greet")
    anew_steps.a_week_later()
    became(town, "saar")
    assert "Vraag het opnieuw" in anew_steps.confirm(town, "bart").content.decode()
    assert queries.recovery() == town.groups["recovery"]
    assert anew_steps.ask(town, three=("bart", "greet", "karel"))["Location"] == f"{anew_steps.PAGE}?done=asked"
    row = anew.under_way()
    assert row is not None
    assert (town.greet.principal in row.trustees, row.confirmed_by) == (True, ""), "from the beginning"


def test_anew_is_asked_again_with_no_trustee_left_to_stop_it(town: Town, gone: Any) -> None:  # noqa: F811
    lost(town, town.karel)
    anew_steps.ask(town, three=("bart", "saar", "greet"))
    anew_steps.ask(town, three=("bart", "greet", "hilde"))
    assert RecoveryAnew.objects.count() == 1, "it stands: another three do not come in its place"
    lost(town, town.saar)
    assert anew_steps.ask(town, three=("bart", "greet", "hilde"))["Location"] == f"{anew_steps.PAGE}?done=asked"


def test_a_trustee_becomes_no_administrator_and_is_asked_for_no_circle(town: Town) -> None:
    tried: dict[str, dict[str, Any]] = {"appoint": {"function": "administrator"}, "keys": {"wishes": ["samen"]}}
    for step, given in tried.items():
        answer = town.ann.client.post(f"/team/manage/{town.marc.principal}/{step}", given)
        assert "drie vertrouwenspersonen" in answer.content.decode()
    assert Function.ADMINISTRATOR not in {row.function for row in queries.functions_of(town.marc.principal)}


def test_anew_the_word_of_who_was_shut_out_counts_no_more(town: Town, gone: Any) -> None:  # noqa: F811
    anew_steps.ask(town)
    anew_steps.confirm(town, "greet")
    anew_steps.a_week_later()
    assert town.ann.client.post(f"/team/manage/{town.greet.principal}/disable").status_code == 302
    assert anew_steps.confirm(town, "bart")["Location"] == f"{anew_steps.PAGE}?done=confirm", "his is the first now"
    assert queries.recovery() == town.groups["recovery"]
    assert anew_steps.confirm(town, "karel")["Location"] == f"{anew_steps.PAGE}?done=done"


def test_anew_asked_in_two_windows_at_once_one_stop_ends_both(town: Town) -> None:
    anew_steps.ask(town)
    one = RecoveryAnew.objects.get()
    with acting("test.second", by="system") as act:
        act.add(RecoveryAnew(trustees=one.trustees, keys=one.keys, asked_by=one.asked_by, asked_at=one.asked_at))
    town.karel.client.post(f"{anew_steps.PAGE}/stop")
    assert anew.under_way() is None


def test_anew_a_row_from_before_it_was_stopped_is_found(town: Town) -> None:
    anew_steps.ask(town)
    old = list(RecoveryAnew.objects.all())
    town.karel.client.post(f"{anew_steps.PAGE}/stop")
    raw(RecoveryAnew).all().delete()
    put_back(old)
    assert sweep() != []


@pytest.mark.parametrize("column", ["trustees", "keys", "asked_by", "asked_at", "confirmed_by", "office", "done"])
def test_anew_an_edited_row_founds_nothing(town: Town, column: str) -> None:
    anew_steps.ask(town)
    anew_steps.confirm(town, "greet")
    anew_steps.a_week_later()
    now = getattr(RecoveryAnew.objects.get(), column)
    raw(RecoveryAnew).update(**{column: not now if isinstance(now, bool) else other_value(now)})
    assert anew_steps.confirm(town, "bart").status_code == 404
    assert queries.recovery() == town.groups["recovery"]


def test_the_request_of_a_drill_is_no_other_s(town: Town) -> None:
    """Not by the page of requests, and no drill opens half of what was asked in earnest."""
    with acting("test.asks", by="system") as act:
        named = [(town.groups["samen"], OWN_KEY)]
        real = recovery.ask(act, recovery=town.groups["recovery"], receiver=town.noor.principal, parts=named)
    assert town.karel.client.post("/team/recovery/drill/begin", {"second": town.hilde.principal}).status_code == 302
    drill = RecoveryRequest.objects.exclude(id=real.id).get()
    for step in ("begin", "finish", "call-off"):
        given = {"code": "x", "same_words": "on", "second": town.karel.principal}
        assert town.hilde.client.post(f"/team/recovery/{drill.id}/{step}", given).status_code == 404
    raw(RecoveryDrill).update(request=real.id)
    assert town.karel.client.post("/team/recovery/drill/half").status_code == 404
    raw(RecoveryRequest).filter(id=real.id).update(parts=f"{town.groups['samen']}/{recovery.DRILL}")
    with pytest.raises(Refused):
        recovery.release(town.karel.session, RecoveryRequest.objects.get(id=real.id), town.hilde.principal)


def test_signing_in_twice_at_once_gives_and_lets_in(
    town: Town,
    founded: Any,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = queries.recovery() or ""
    lacking = renewing._lacking(town.noor.principal, key)
    monkeypatch.setattr(renewing, "_lacking", lambda *_: lacking)
    anew_steps.sign_in(town, "noor")
    anew_steps.sign_in(town, "noor")
    assert set(Envelope.objects.filter(holder=key).values_list("bundle", flat=True)) >= set(lacking)


@pytest.mark.parametrize(
    ("table", "edit"), [(Principal, {"generation": 77}), (Group, {"name": "x"}), (Lock, {"generation": 9})]
)
def test_an_edited_row_of_recovery_keeps_nobody_out(town: Town, founded: Any, table: Any, edit: Any) -> None:  # noqa: F811
    which: dict[Any, dict[str, Any]] = {Principal: {"id": queries.recovery()}, Group: {"kind": Group.Kind.RECOVERY}}
    raw(table).filter(**which.get(table, {})).update(**edit)
    anew_steps.sign_in(town, "noor")
