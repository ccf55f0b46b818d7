"""A group asks for a grant: the call, the form with what can be wrong, sealed, its code, and where it stands."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from kring.pot.applying import checks
from kring.pot.applying.actions import MOST
from kring.pot.applying.models import Application, ApplicationRecord
from kring.pot.desk.opening import open_application, sent_along
from kring.pot.testing import IBAN, OTHER_IBAN, PEOPLE, a_call, a_project, typed
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.refusals import Refused

FORM = "/projectpot/aanvragen"


def visitor() -> Client:
    return Client(headers={"accept-language": "nl"})


def code_on(page: str) -> str:
    return "".join(page.split('<p class="code c4">')[1].split("</p>", maxsplit=1)[0].split("<wbr>"))


def test_the_call_says_the_rules(town: Town) -> None:
    a_call(town)
    page = visitor().get("/projectpot").content.decode()
    for said in ("2500", "80 %", "Het college", "Iedereen van de buurt is welkom"):
        assert said in page


def test_without_rules_there_is_no_call_and_no_form(town: Town) -> None:
    assert visitor().get("/projectpot").status_code == 200
    assert visitor().get(FORM).headers["Location"] == "/projectpot"


def test_an_application_is_opened_by_the_office_with_every_word(town: Town) -> None:
    a_call(town)
    answer = visitor().post(FORM, typed())
    assert answer.status_code == 200
    [row] = Application.objects.all()
    opened = open_application(town.bart.session, row.id, act="test.open")
    assert opened.project == a_project()
    assert opened.people == PEOPLE


def test_nobody_outside_the_office_opens_it(town: Town) -> None:
    a_call(town)
    visitor().post(FORM, typed())
    [row] = Application.objects.all()
    for who in ("noor", "hilde", "ann", "saar", "karel"):
        with pytest.raises(Refused):
            open_application(town.people[who].session, row.id, act="test.open")


def test_nothing_that_was_typed_stands_in_the_clear(town: Town) -> None:
    a_call(town)
    visitor().post(FORM, typed())
    [row] = Application.objects.all()
    clear = str(vars(row)) + str([bytes(one.blob) for one in ApplicationRecord.objects.all()])
    for word in ("Judoclub", "Meisjes", "Verlinden", "Lindeplein", IBAN, "rita@"):
        assert word not in clear


def test_sent_twice_it_is_one_application_with_one_code(town: Town) -> None:
    a_call(town)
    given = typed()
    codes = {code_on(visitor().post(FORM, given).content.decode()) for _ in range(2)}
    assert len(codes) == 1
    assert Application.objects.count() == 1


def test_the_code_tells_how_far_it_is_and_no_word(town: Town) -> None:
    a_call(town)
    code = code_on(visitor().post(FORM, typed()).content.decode())
    page = visitor().post("/projectpot/stand", {"code": code.lower()})
    assert page.status_code == 200
    assert "Meisjes" not in page.content.decode()
    wrong = visitor().post("/projectpot/stand", {"code": "0000-0000-0000-0000"})
    assert wrong.status_code == 404


def test_who_tries_many_codes_waits(town: Town) -> None:
    answers = [visitor().post("/projectpot/stand", {"code": "0000"}).status_code for _ in range(21)]
    assert answers[-1] == 429
    assert set(answers[:-1]) == {404}


def test_what_is_typed_by_a_machine_is_not_taken(town: Town) -> None:
    a_call(town)
    visitor().post(FORM, typed(website="http://x.example"))
    assert Application.objects.count() == 0


def test_one_place_sends_so_many_and_loses_nothing(town: Town) -> None:
    a_call(town)
    for number in range(MOST):
        visitor().post(FORM, typed(title=f"Idee {number}"))
    answer = visitor().post(FORM, typed(title="Eén te veel"))
    assert answer.status_code == 429
    assert "Eén te veel" in answer.content.decode()
    assert Application.objects.count() == MOST


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"asked_euro": "2501"}, "2500 euro"),
        ({"iban": "BE68539007547035"}, "rekeningnummer"),
        ({"address_2": "lindeplein 4."}, "verschillende adressen"),
        ({"group": ""}, 'id="id_group-error"'),
        ({"name_2": ""}, 'id="id_name_2-error"'),
        ({"factor": "no_such_factor"}, 'id="id_factor-error"'),
    ],
)
def test_what_is_wrong_is_said_and_kept(town: Town, changes: dict[str, Any], said: str) -> None:
    a_call(town)
    page = visitor().post(FORM, typed(**changes)).content.decode()
    assert said in page
    assert "Twaalf lessen judo" in page
    assert Application.objects.count() == 0


def test_it_is_asked_long_enough_before(town: Town) -> None:
    a_call(town)
    first = today() + timedelta(days=42)
    early = typed(starts_on=(first - timedelta(days=1)).isoformat(), ends_on=first.isoformat())
    assert "errmsg" in visitor().post(FORM, early).content.decode()
    backwards = typed(starts_on=first.isoformat(), ends_on=(first - timedelta(days=1)).isoformat())
    assert "errmsg" in visitor().post(FORM, backwards).content.decode()
    assert Application.objects.count() == 0
    visitor().post(FORM, typed(starts_on=first.isoformat(), ends_on=first.isoformat()))
    assert Application.objects.count() == 1


def test_three_initiators_where_the_rules_ask_three(town: Town) -> None:
    a_call(town, initiators=3)
    assert 'name="name_3"' in visitor().get(FORM).content.decode()
    assert "errmsg" in visitor().post(FORM, typed()).content.decode()
    visitor().post(FORM, typed(name_3="Els Maas", address_3="Kaaistraat 14"))
    assert Application.objects.count() == 1


def test_a_file_that_came_along_is_given_as_it_was(town: Town) -> None:
    a_call(town)
    offer = SimpleUploadedFile("offerte van Rita.pdf", b"%PDF-1.7 mat", content_type="application/pdf")
    visitor().post(FORM, typed(files=[offer]))
    [row] = Application.objects.all()
    kept = sent_along(town.greet.session, row.id, 1, act="test.open")
    assert (kept.kind, kept.raw) == ("pdf", b"%PDF-1.7 mat")
    answer = town.greet.client.get(f"/pot/{row.id}/sent/1")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "Rita" not in answer.headers["Content-Disposition"]
    assert town.greet.client.get(f"/pot/{row.id}/sent/2").status_code == 404
    assert town.noor.client.get(f"/pot/{row.id}/sent/1").status_code == 404


@pytest.mark.parametrize("raw", [b"MZ program", b"<html>", b"", b"%PDF-" + b"x" * (3 * 1024 * 1024)])
def test_a_file_we_do_not_take_is_said_and_nothing_is_lost(town: Town, raw: bytes) -> None:
    a_call(town)
    page = visitor().post(FORM, typed(files=[SimpleUploadedFile("x.pdf", raw)])).content.decode()
    assert "files-error" in page or "errmsg" in page
    assert "Twaalf lessen judo" in page
    assert Application.objects.count() == 0


def test_the_same_account_is_recognised_and_not_readable(town: Town) -> None:
    a_call(town)
    visitor().post(FORM, typed())
    visitor().post(FORM, typed(title="Nog een idee", iban="BE68 5390-0754 7034"))
    visitor().post(FORM, typed(title="Van een andere club", iban=OTHER_IBAN))
    tokens = [row.applicant for row in Application.objects.order_by("arrived_at")]
    assert tokens[0] == tokens[1] != tokens[2]
    assert IBAN not in "".join(tokens)


@pytest.mark.parametrize("iban", [IBAN, OTHER_IBAN, "NL91ABNA0417164300", "FR1420041010050500013M02606"])
def test_real_account_numbers_are_known(iban: str) -> None:
    assert checks.is_iban(iban)
    assert not checks.is_iban(iban[:-1] + ("1" if iban[-1] != "1" else "2"))


@pytest.mark.parametrize("typed_number", ["", "BE", "BE6853900754703", "1234567890123456", "BE68٥39007547034"])
def test_what_is_no_account_number_is_not(typed_number: str) -> None:
    assert not checks.is_iban(checks.tidy_iban(typed_number))


def test_a_whole_form_asks_few_questions(town: Town, django_assert_max_num_queries: Any) -> None:
    a_call(town)
    browser = visitor()
    with django_assert_max_num_queries(8):
        browser.get(FORM)
    with django_assert_max_num_queries(8):
        browser.get("/projectpot")


def test_it_waits_until_the_term_of_the_rules(town: Town) -> None:
    a_call(town)
    code = code_on(visitor().post(FORM, typed()).content.decode())
    page = visitor().post("/projectpot/stand", {"code": code}).content.decode()
    assert str((timezone.localtime() + timedelta(days=30)).year) in page
