"""What was left in one's own letterbox: with the dossier it is about, or after the months of the rule."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict

from kring.privacy.retention.testing import publish
from kring.privacy.retention.untouched import end_untouched
from kring.support.closing.erasing import erase_dossier
from kring.support.closing.testing import closed
from kring.support.contacts.word.actions import send_word
from kring.support.contacts.word.content import ColleagueWord
from kring.support.testing import a_dossier
from kring.team.clock import months_after, on_day, today
from kring.team.drafts import actions as drafts
from kring.team.drafts.content import Draft
from kring.team.drafts.reading import unfinished
from kring.team.retention import Series
from kring.team.testing import Persona, Town
from kring.team.while_locked import actions as locked
from kring.team.while_locked.content import LockedNote
from kring.team.while_locked.reading import read_back
from kring.vault import ledger
from kring.vault.acts import acting
from kring.vault.models import Letter
from kring.vault.primitives import new_id
from kring.vault.replay import replay
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
SAID = "hij durft weer naar buiten"


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> None:
    settings.KRING_DATA = tmp_path


def begin(who: Persona, *, on: str = "", path: str = "/", chosen: str = "") -> None:
    fields = (("text", SAID), ("dossier", chosen), ("once", new_id()))
    drafts.keep(who.principal, Draft("own", on, path, "Robin V.", fields), pen=new_id(), turn=1)


def begun(who: Persona) -> int:
    return len(unfinished(who.session)) + len(read_back(who.session))


def test_what_was_begun_about_a_dossier_goes_with_it_and_the_rest_stays(town: Town) -> None:
    with on_day(date(2021, 3, 9)):
        gone, stays = closed(town, a_dossier(town)), closed(town, a_dossier(town, label="Sam"))
    begin(town.noor, on=gone.id)
    begin(town.noor, path=f"/dossiers/{gone.id}/plan")
    begin(town.noor, chosen=gone.id)
    begin(town.noor, on=stays.id)
    locked.keep_unsent(town.joris.principal, f"/dossiers/{gone.id}/notes", QueryDict(f"text={SAID}"))
    assert (begun(town.noor), begun(town.joris)) == (4, 1)
    with acting("test.erase", by="system") as act:
        erase_dossier(act, gone.id)
    assert [one.draft.on for one in unfinished(town.noor.session)] == [stays.id]
    assert begun(town.joris) == 0
    assert sweep() == []


def test_a_draft_that_only_a_back_up_knows_goes_too(town: Town) -> None:
    """The form was sent before the dossier was destroyed, so the ledger never heard of its draft."""
    with on_day(date(2021, 3, 9)):
        gone = closed(town, a_dossier(town))
    line = ledger.Taken(ledger.What.ERASED, gone.id, of="support_dossier")
    begin(town.noor, on=gone.id)
    with acting("test.replay", by="system") as act:
        replay(act, ledger.Ledger({"entry": [line]}, []))
    assert begun(town.noor) == 0


def leave_everything(town: Town) -> None:
    begin(town.noor)
    locked.write_note(town.noor.principal, LockedNote(SAID), once=new_id())
    locked.keep_unsent(town.noor.principal, "/log", QueryDict(f"text={SAID}"))
    send_word(town.joris.session, to=town.noor.principal, word=ColleagueWord("Kip", SAID), once=new_id())


def test_arc_01_without_a_published_rule_nothing_goes(town: Town) -> None:
    leave_everything(town)
    with on_day(months_after(today(), 24)):
        assert end_untouched() == 0
        assert "laat liggen" not in town.noor.client.get("/unfinished").content.decode()


def test_after_the_months_of_the_rule_it_goes_and_not_before(town: Town) -> None:
    publish(town, Series.OWN_NOTES, from_on=today())
    leave_everything(town)
    others = Letter.objects.count() - 4
    assert "Wat je hier 6 maanden laat liggen" in town.noor.client.get("/unfinished").content.decode()
    with on_day(months_after(today(), 6) - timedelta(days=2)):
        assert end_untouched() == 0
    with on_day(months_after(today(), 6) + timedelta(days=2)):
        assert (end_untouched(), end_untouched()) == (4, 0)
    assert (begun(town.noor), Letter.objects.count()) == (0, others)
    assert sweep() == []


def test_a_rule_that_keeps_for_good_ends_nothing(town: Town) -> None:
    publish(town, Series.OWN_NOTES, from_on=today(), destination="keep")
    leave_everything(town)
    with on_day(months_after(today(), 12)):
        assert end_untouched() == 0
