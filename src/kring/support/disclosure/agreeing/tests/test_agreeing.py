"""What a client agreed to share is an object of its own: given, on paper, withdrawn with all that opens (GBO-02)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.consultation.guest_link import code_of
from kring.support.consultation.guests import open_seat
from kring.support.consultation.testing import LENS, ROOM, a_table
from kring.support.disclosure.testing import FOR, JANA, a_told_dossier, agree, filled, tell, withdraw
from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.disclosing import queries as disclosures
from kring.support.dossier.disclosing.grounds import Ground
from kring.support.dossier.models import AgreementToShare, Disclosure, Dossier
from kring.support.dossier.opening import opening
from kring.support.plan.models import NudgeLink
from kring.support.plan.nudging import open_nudge
from kring.support.plan.testing import ROOM as ROOM_KEPT
from kring.support.plan.testing import a_question, an_action
from kring.team.printing.testing import unpacked
from kring.team.testing import Persona, Town
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

pytestmark = pytest.mark.django_db
ON = date(2021, 3, 1)
WORD = "lindeboom"
MOST_QUERIES = 8
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


@pytest.fixture(autouse=True)
def _that_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def page(who: Persona, dossier: str, path: str = "agreed") -> str:
    answer = who.client.get(f"/dossiers/{dossier}/{path}")
    return " ".join(strip_tags(answer.content.decode()).split()) if answer.status_code == 200 else "404"


def the_one() -> str:
    return AgreementToShare.objects.get().id


def test_gbo_02_it_says_to_whom_what_what_for_how_and_until_when(town: Town) -> None:
    robin = a_told_dossier(town).id
    assert "Er is niets afgesproken" in page(town.noor, robin)
    assert agree(town.noor, robin).status_code == 302
    shown = page(town.noor, robin)
    for told in (JANA, "CAW", "Doelen, acties en afspraken", "Om samen te helpen.", "tot 30 augustus 2021", "zei het"):
        assert told in shown, told


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"partner": ""}, "Zeg met wie."),
        ({"sorts": []}, "Kies welke informatie."),
        ({"purpose": ""}, "Zeg voor welk doel."),
        ({"until": "2022-03-04"}, "binnen een jaar"),
        ({"until": "2021-02-28"}, "binnen een jaar"),
        ({"on": "2021-03-02"}, "Deze dag moet nog komen."),
    ],
)
def test_what_is_missing_is_asked_and_what_was_typed_stays(town: Town, wrong: dict[str, Any], said: str) -> None:
    robin = a_told_dossier(town).id
    answer = agree(town.noor, robin, **wrong)
    assert answer.status_code == 200
    assert said in strip_tags(answer.content.decode())
    assert "CAW" in answer.content.decode()
    assert not AgreementToShare.objects.exists()


def test_sent_twice_it_is_one_and_other_words_are_another(town: Town) -> None:
    robin, once = a_told_dossier(town).id, new_id()
    for _ in range(2):
        agree(town.noor, robin, once=once)
    assert AgreementToShare.objects.count() == 1
    agree(town.noor, robin, once=once, purpose="Iets anders.")
    assert AgreementToShare.objects.count() == 2


def test_gbo_02_a_tick_alone_is_no_agreement(town: Town) -> None:
    robin = a_told_dossier(town).id
    answer = tell(town.noor, robin, filled(agreed_for=""))
    assert "Schrijf op waarmee de cliënt akkoord ging" in strip_tags(answer.content.decode())
    assert JANA in answer.content.decode()
    assert not Disclosure.objects.exists()
    assert not AgreementToShare.objects.exists()


def test_gbo_02_given_for_one_telling_it_is_written_down_with_it_and_asked_again_the_next_time(town: Town) -> None:
    robin = a_told_dossier(town).id
    assert tell(town.noor, robin, filled(agreed_way="written")).status_code == 302
    [(_row, told)] = disclosures.disclosures(town.noor.session, robin)
    assert told
    assert told.agreement == the_one()
    shown = page(town.noor, robin)
    for said in (JANA, FOR, "Alleen wat toen verteld werd", "tekende het"):
        assert said in shown
    assert tell(town.noor, robin, filled(agreed_for="")).status_code == 200
    assert Disclosure.objects.count() == 1


def test_gbo_02_while_one_runs_nothing_more_is_asked(town: Town) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin)
    assert "Om samen te helpen." in page(town.noor, robin, "passed-on/new")
    assert tell(town.noor, robin, filled(agreed_for="")).status_code == 302
    [(_row, told)] = disclosures.disclosures(town.noor.session, robin)
    assert told
    assert told.agreement == the_one()


def test_gbo_02_withdrawn_the_ground_is_refused_in_words_and_what_was_told_stays(town: Town) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin)
    tell(town.noor, robin, filled(agreed_for=""))
    assert withdraw(town.noor, robin, the_one()).status_code == 302
    shown = page(town.noor, robin)
    assert "ingetrokken op" in shown
    assert "Robin zelf" in page(town.noor, robin, f"agreed/{the_one()}")
    assert f"{JANA}: de cliënt wil dit niet meer." in page(town.noor, robin, "passed-on/new")
    answer = tell(town.noor, robin, filled())
    below = answer.content.decode().partition('id="disclose-ground"')[2].partition("<h2>")[0]
    assert "De cliënt wil niet meer dat je iets vertelt aan deze persoon." in below
    assert "Hij slaapt weer thuis." in answer.content.decode()
    assert Disclosure.objects.count() == 1
    assert JANA in page(town.noor, robin, "passed-on")
    assert tell(town.noor, robin, filled(Ground.NECESSITY)).status_code == 302


def test_gbo_02_a_new_agreement_opens_the_ground_again(town: Town) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin)
    withdraw(town.noor, robin, the_one())
    assert tell(town.noor, robin, filled()).status_code == 200
    agree(town.noor, robin, once=new_id(), purpose="Hij wil het weer.")
    assert tell(town.noor, robin, filled()).status_code == 302


def test_gbo_02_at_the_withdrawal_the_link_and_the_lines_of_that_guest_end_and_of_no_other(town: Town) -> None:
    table = a_table(town)
    lens, maas = table.seat(), table.seat(name="Dirk Maas", email="dirk@caw.example")
    paths = {seat.id: table.invite(seat) for seat in (lens, maas)}
    table.give(lens)
    table.give(maas)
    assert _opens(paths[lens.id], lens.id) == (ROOM,)
    [theirs] = [one for one in _all() if LENS["name"] in page(town.noor, table.dossier, f"agreed/{one}")]
    assert withdraw(town.noor, table.dossier, theirs).status_code == 302
    with pytest.raises(Refused):
        _opens(paths[lens.id], lens.id)
    assert _opens(paths[maas.id], maas.id) == (ROOM,)
    assert table.now(lens).given is None
    assert table.now(maas).given is not None
    shown = page(town.noor, table.dossier, "passed-on")
    assert ROOM in shown
    assert "gaat niet meer open" in shown


def test_gbo_02_at_the_withdrawal_a_question_to_that_owner_ends(town: Town) -> None:
    robin = a_told_dossier(town)
    mine, other = (_asked(town, robin, name) for name in (JANA, "Dirk Maas"))
    agree(town.noor, robin.id)
    withdraw(town.noor, robin.id, the_one())
    assert NudgeLink.objects.count() == 1
    with pytest.raises(Refused):
        open_nudge(mine, WORD)
    assert open_nudge(other, WORD).shown.line


def test_gbo_02_who_works_along_withdraws_too_and_rather_one_link_too_many_ends(town: Town) -> None:
    table = a_table(town)
    lens, maas = table.seat(), table.seat(name="Dirk Maas", email="dirk@caw.example")
    paths = {seat.id: table.invite(seat) for seat in (lens, maas)}
    table.give(lens)
    _along(town, table.dossier, town.fatma)
    assert withdraw(town.fatma, table.dossier, the_one()).status_code == 302
    for seat in (lens, maas):
        with pytest.raises(Refused):
            _opens(paths[seat.id], seat.id)


def test_withdrawn_by_two_it_is_withdrawn_once_and_the_second_keeps_his_words(town: Town) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin)
    once = new_id()
    for _ in range(2):
        assert withdraw(town.noor, robin, the_one(), once=once).status_code == 302
    answer = withdraw(town.joris, robin, the_one(), told_by="Zijn moeder")
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Zijn moeder" in shown
    assert "Robin zelf" in shown


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"told_by": ""}, "Zeg wie het je zei."),
        ({"on": "2021-03-02"}, "Deze dag moet nog komen."),
        ({"on": "2021-02-27"}, "Later"),
    ],
)
def test_a_withdrawal_that_does_not_fit_comes_back(town: Town, wrong: dict[str, str], said: str) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin)
    answer = withdraw(town.noor, robin, the_one(), **wrong)
    assert answer.status_code == 200
    assert said.casefold() in strip_tags(answer.content.decode()).casefold()
    assert tell(town.noor, robin, filled(agreed_for="")).status_code == 302


def test_on_paper_it_names_who_may_be_told_and_not_the_client(town: Town) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin)
    answer = town.noor.client.post(f"/dossiers/{robin}/agreed/{the_one()}/paper")
    assert answer["Content-Type"] == "application/pdf"
    assert b"Robin" not in unpacked(answer.content)
    assert "Robin" not in answer["Content-Disposition"]


@pytest.mark.parametrize("who", ["samir", "nele", "greet", "hilde", "ann", "tom"])
def test_who_stands_outside_gets_the_one_refusal(town: Town, who: str) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin)
    for path in ("agreed", f"agreed/{the_one()}"):
        assert page(town.people[who], robin, path) == "404"
    assert agree(town.people[who], robin).status_code == 404
    assert withdraw(town.people[who], robin, the_one()).status_code == 404
    assert town.people[who].client.post(f"/dossiers/{robin}/agreed/{the_one()}/paper").status_code == 404
    assert tell(town.noor, robin, filled(agreed_for="")).status_code == 302


def test_one_of_another_dossier_is_not_there(town: Town) -> None:
    robin, other = a_told_dossier(town).id, a_told_dossier(town).id
    agree(town.noor, robin)
    assert page(town.noor, other, f"agreed/{the_one()}") == "404"
    assert page(town.noor, other, f"agreed/{new_id()}") == "404"


@pytest.mark.parametrize("number", [1, 8])
def test_few_queries_whatever_was_agreed(town: Town, number: int) -> None:
    robin = a_told_dossier(town).id
    for at in range(number):
        agree(town.noor, robin, once=new_id(), partner=f"Iemand {at}")
    one = AgreementToShare.objects.order_by("id")[0].id
    browser = town.noor.client
    for path in ("agreed", f"agreed/{one}", "passed-on/new"):
        browser.get(f"/dossiers/{robin}/{path}")
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(f"/dossiers/{robin}/{path}").status_code == 200
        sql = [
            each["sql"] for each in captured.captured_queries if not any(word in each["sql"] for word in HOUSEKEEPING)
        ]
        assert len(sql) <= MOST_QUERIES, (path, sql)


def _all() -> list[str]:
    return list(AgreementToShare.objects.values_list("id", flat=True))


def _asked(town: Town, dossier: Dossier, name: str) -> str:
    """The token of a question to somebody about an action of his."""
    a_question(town.noor, dossier, an_action(town.noor, dossier, replace(ROOM_KEPT, name=name)), WORD)
    return [mail.words["token"] for mail in outbox.waiting() if "token" in mail.words][-1]


def _opens(path: str, seat: str) -> tuple[str, ...]:
    return open_seat(path.rpartition("/")[2], code_of(seat)).shown.lines


def _along(town: Town, dossier: str, who: Persona) -> None:
    keys = opening(town.noor.session, dossier, act="test.along", parts=["plan"]).keys
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, keys, Dossier.objects.get(id=dossier), who.principal, from_on=ON - timedelta(days=1))


@pytest.mark.parametrize(
    "typed", ["Jose\u0301 Nu\u0301n\u0303ez", "JOSÉ\u00a0NÚÑEZ", "\u202aJosé Nú\u00adñez\u202c\u200b", "Ｊosé Núñez"]
)
def test_gbo_02_a_withdrawal_holds_however_the_same_name_is_spelled(town: Town, typed: str) -> None:
    robin = a_told_dossier(town).id
    agree(town.noor, robin, partner="José Núñez")
    withdraw(town.noor, robin, the_one())
    shown = tell(town.noor, robin, filled(recipient=typed)).content.decode()
    assert "wil niet meer dat je iets vertelt aan deze persoon" in shown
    assert not Disclosure.objects.exists()


def test_a_name_of_which_nothing_is_seen_is_no_name(town: Town) -> None:
    robin = a_told_dossier(town).id
    assert "Zeg met wie." in strip_tags(agree(town.noor, robin, partner="\u200b\u2060").content.decode())
    assert not AgreementToShare.objects.exists()
