"""Facts written again from the dossiers are the facts that were written as it happened: nothing more, nothing else."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from kring.support.closing import actions as closing
from kring.support.closing.content import ClosingContent, Reason
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
