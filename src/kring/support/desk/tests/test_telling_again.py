"""Facts written again from the dossiers are the facts that were written as it happened: nothing more, nothing else."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from kring.support.closing import actions as closing
from kring.support.closing.content import ClosingContent, Reason
from kring.support.contacts.log.actions import correct, log_contact
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.tests.facts_there import a_contact, in_the_packs, said
from kring.support.desk.telling_again import tell_again
from kring.support.dossier.actions import change_identity, step_done
from kring.support.dossier.content import Begun, Identity, Phase
from kring.support.dossier.knock.registry import entered
from kring.support.dossier.models import Dossier
from kring.support.followup.linkage import actions as linkage
from kring.support.followup.linkage.content import OnwardReferral
from kring.support.testing import a_dossier
from kring.team.testing import PASSWORD, Town
from kring.vault import facts
from kring.vault.acts import Act, acting
from kring.vault.facts import Entry
from kring.vault.models import Fact

pytestmark = pytest.mark.django_db
Told = dict[str, tuple[str, Any]]
WHO = Identity(name="Robin Peeters", born_on=date(2004, 5, 6), gender="x", area="north")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The facts as they stand last: id -> kind and content."""
    found: Told = {}
    real = facts.write_all

    def write(act: Act, entries: Sequence[Entry]) -> None:
        found.update({facts.fact_id(one.row_key, one.event): (one.kind, one.content) for one in entries})
        real(act, entries)

    monkeypatch.setattr("kring.vault.facts.write_all", write)
    return found


def talked(town: Town, dossier: str, on: date, *, struck: bool = False) -> None:
    """Contacts of a day: one as it was noted, one corrected twice, one that perhaps should not have been written."""
    noor, joris = town.noor.session, town.joris.session
    log_contact(noor, [dossier], a_contact(on, "phone", made=False), once=f"{on} 1")
    second = log_contact(joris, [dossier], a_contact(on, "home", minutes="long"), once=f"{on} 2").record
    for kind in ("office", "street"):
        correct(noor, dossier, second, a_contact(on, kind, minutes="short"), once=f"{on} {kind}")
    third = log_contact(noor, [dossier], a_contact(on, "chat"), once=f"{on} 3").record
    correct(noor, dossier, third, a_contact(on, "chat", struck=struck), once=f"{on} 4")


def lived(town: Town) -> None:
    """Robin: a network, a warm referral, a closing, taken up again, a plan. Another: nothing yet."""
    noor = town.noor
    robin = a_dossier(town, registered=True, begun=Begun("school", "form", date(2021, 2, 1), None, ("money",)))
    registry = entered(noor.session, town.groups["welfare"], act="test.who")
    with acting("test.who", by=noor.principal) as act:
        change_identity(act, robin.keys, robin.dossier, WHO, registry)
    with acting("test.step", by=noor.principal) as act:
        step_done(act, robin.keys, robin.dossier.id, Phase.NETWORK, date(2021, 3, 4))
    opened = linkage.enter(noor.session, robin.dossier.id, act="test.open")
    along = OnwardReferral("housing desk", "town", date(2021, 3, 10), noor.principal, went_along=True)
    linkage.refer(noor.session, opened, along, once="along")
    opened = closing.enter(noor.session, robin.dossier.id, act="test.open")
    ended = ClosingContent(Reason.TOGETHER, date(2021, 4, 1), noor.principal, talk_on=date(2021, 4, 1))
    closing.close(noor.session, opened, closing.Ending(ended), once="close")
    with override_settings(KRING_TODAY=date(2021, 5, 3)):
        opened = closing.enter(noor.session, robin.dossier.id, act="test.open")
        closing.reopen(noor.session, opened, why="He asked.", once="again")
    robin.dossier.refresh_from_db()
    with acting("test.step", by=noor.principal) as act:
        step_done(act, robin.keys, robin.dossier.id, Phase.PLAN, date(2021, 5, 20))
    a_dossier(town)


@override_settings(KRING_TODAY=date(2021, 6, 1))
@pytest.mark.parametrize("folded", [False, True], ids=["told before folding", "told after folding"])
def test_contacts_told_again_are_the_contacts_that_were_told(town: Town, *, folded: bool) -> None:
    lived(town)
    robin = next(one for one in Dossier.objects.all() if one.fact_key is not None)  # closed once, taken up again
    other = a_dossier(town).dossier.id
    for on in (date(2021, 3, 9), date(2021, 5, 3), date(2021, 5, 21)):
        talked(town, robin.id, on, struck=on.month == 3)
    log_contact(town.noor.session, [robin.id, other], a_contact(date(2021, 5, 22)), once="both")
    if folded:
        before = in_the_packs(town)
        tell_again(town.noor.session)
    else:
        tell_again(town.noor.session)
        assert not ContactRecord.objects.filter(told__isnull=False).exists()
        before = in_the_packs(town)
        tell_again(town.noor.session)
    assert in_the_packs(town) == before
    assert len(before) == 10
    assert Fact.objects.count() == 0


@override_settings(KRING_TODAY=date(2021, 6, 1))
def test_a_correction_after_telling_again_is_the_last_word(town: Town) -> None:
    robin = a_dossier(town).dossier.id
    record = log_contact(town.noor.session, [robin], a_contact(date(2021, 3, 9)), once="1").record
    tell_again(town.noor.session)
    correct(town.noor.session, robin, record, a_contact(date(2021, 3, 9), "office"), once="2")
    assert [one["kind"] for one in said(in_the_packs(town))] == ["office"]
    tell_again(town.noor.session)
    assert [one["kind"] for one in said(in_the_packs(town))] == ["office"]


@override_settings(KRING_TODAY=date(2021, 4, 1))
def test_facts_rebuilt_are_the_facts(town: Town, told: Told) -> None:
    lived(town)
    before, rows = dict(told), Fact.objects.count()
    kinds = sorted(kind for kind, _ in before.values())
    assert kinds == [
        "dossier_closed",
        "dossier_network",
        "dossier_opened",
        "dossier_opened",
        "dossier_opened",
        "dossier_person",
        "dossier_person",
        "dossier_plan",
        "linkage",
    ]
    told.clear()
    assert tell_again(town.noor.session) == 2
    assert told == before
    assert Fact.objects.count() == rows, "replaced, nothing counts twice"


def test_only_of_dossiers_one_holds(town: Town, told: Told) -> None:
    a_dossier(town)
    told.clear()
    assert tell_again(town.joris.session) == 0
    assert told == {}


def test_the_command_asks_for_the_password(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_dossier(town)
    assert Dossier.objects.count() == 1
    monkeypatch.setattr("builtins.input", lambda _: "noor@kring.example")
    monkeypatch.setattr("kring.reporting.management.commands.figures_again.getpass", lambda _: PASSWORD)
    call_command("figures_again")
    assert "1 dossiers told again" in capsys.readouterr().out
    monkeypatch.setattr("kring.reporting.management.commands.figures_again.getpass", lambda _: "wrong")
    with pytest.raises(CommandError, match="refused"):
        call_command("figures_again")
