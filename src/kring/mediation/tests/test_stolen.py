"""Whoever takes the database of this register finds no word that anybody typed, in no column of any table."""

from dataclasses import replace
from datetime import date

from django.test import Client
from django.urls import reverse

from kring.mediation.files import volunteers
from kring.mediation.files.codelists import Form, Side
from kring.mediation.files.content import SideContent
from kring.mediation.party import links
from kring.mediation.testing import CALL, Street
from kring.team.clock import today
from kring.team.testing import stored
from kring.vault import outbox
from kring.vault.primitives import new_id

FIELDS = ("name", "reach", "told", "wish")


def test_no_word_of_either_party_lies_readable_in_the_database(street: Street) -> None:
    planted = {f"marker-{side.value}-{name}-xq" for side in Side for name in FIELDS}
    for side in Side:
        name, reach, told, wish = (f"marker-{side.value}-{one}-xq" for one in FIELDS)
        street.write(side, SideContent(name, reach, told, wish, date(2026, 3, 5), "yes"))
    street.decide(replace(CALL, label="marker-label-xq", form=Form.DIRECT.value, met_on=today()))
    volunteers.let_help(street.open(), street.dries.principal, until=today(), once=new_id())
    page = {"to": "marker-mail-xq@b.example", "word": "marker-word-xq", "when": "marker-when-xq", "language": "nl"}
    links.give_page(street.open(), Side.B, **page, once=new_id())
    [mail] = [one for one in outbox.waiting() if one.template == "neighbours"]
    answer = {"word": "marker-word-xq", "once": new_id(), "wish": "marker-answer-xq", "willing": "no"}
    assert Client().post(reverse("mediation:own", args=[mail.words["token"]]), answer).status_code == 200
    planted |= {f"marker-{name}-xq" for name in ("label", "mail", "word", "when", "answer")}

    everything = b"\n".join(stored()).lower()

    assert street.file.lower().encode() in everything, "it looks where the rows are"
    assert [
        one for one in sorted(planted) if one.encode() in everything or one.encode().hex().encode() in everything
    ] == []
    assert mail.words["token"].lower().encode() not in everything
    street.wout.client.get(reverse("mediation:file", args=[street.file]))
    assert b"marker-" not in b"\n".join(stored()).lower(), "nor once it was filed"
