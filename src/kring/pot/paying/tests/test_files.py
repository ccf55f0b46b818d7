"""The files for finance: the payment file is held against the schema of ISO 20022, the CSV opens as text."""

from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import resources
from typing import Any

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as some

from kring.pot.paying.lines import Payer, PaymentLine, RunContent
from kring.pot.paying.pain import SPACE, pain_file
from kring.pot.paying.plain_signs import plain_signs
from kring.pot.paying.table import csv_file

ADVANCE = PaymentLine(
    "POT-7-1", "voorschot", "Judoclub Ter Linde", "BE68539007547034", 148000, "Projectpot: voorschot, Meisjes op de mat"
)
BACK = replace(ADVANCE, reference="POT-7-9", kind="terug te betalen", cents=5001, comes_back=True)
RUN = RunContent(
    7,
    datetime(2026, 11, 28, 9, 30, tzinfo=UTC),
    date(2026, 12, 1),
    Payer("Stad Oever", "BE43068999999501"),
    (ADVANCE, replace(ADVANCE, reference="POT-7-3", holder="Café «’t Véér» & co", cents=90), BACK),
)
HEADS = ("kenmerk", "soort", "dag", "naam", "rekening", "bedrag", "mededeling")


@pytest.fixture(scope="module")
def standard() -> xmlschema.XMLSchema:
    """The schema of the standard, as another library brings it."""
    text = resources.files("sepaxml").joinpath("schemas/pain.001.001.09.xsd").read_text()
    return xmlschema.XMLSchema(text)


def test_the_payment_file_fits_the_schema_of_iso_20022(standard: xmlschema.XMLSchema) -> None:
    standard.validate(pain_file(RUN).decode())
    assert standard.target_namespace == SPACE


def test_it_says_whom_how_much_and_from_where(standard: xmlschema.XMLSchema) -> None:
    decoded: Any = standard.to_dict(pain_file(RUN).decode())
    read = decoded["CstmrCdtTrfInitn"]
    assert read["GrpHdr"]["NbOfTxs"] == "2"
    assert str(read["GrpHdr"]["CtrlSum"]) == "1480.90"
    (batch,) = read["PmtInf"]
    assert batch["DbtrAcct"]["Id"]["IBAN"] == "BE43068999999501"
    assert batch["ReqdExctnDt"]["Dt"] == "2026-12-01"
    first, second = batch["CdtTrfTxInf"]
    assert str(first["Amt"]["InstdAmt"]["$"]) == "1480.00"
    assert first["CdtrAcct"]["Id"]["IBAN"] == ADVANCE.iban
    assert first["RmtInf"]["Ustrd"] == ["Projectpot: voorschot, Meisjes op de mat"]
    assert second["Cdtr"]["Nm"] == "Cafe 't Veer + co"


def test_what_has_to_come_back_is_no_transfer() -> None:
    assert "POT-7-9" not in pain_file(RUN).decode()
    with pytest.raises(ValueError, match="has payments"):
        pain_file(replace(RUN, lines=(BACK,)))


def test_the_schema_would_notice(standard: xmlschema.XMLSchema) -> None:
    broken = pain_file(RUN).decode().replace("BE68539007547034", "rekening")
    assert not standard.is_valid(broken)


@given(some.text(max_size=300))
def test_whatever_was_typed_becomes_what_a_bank_takes(text: str) -> None:
    said = plain_signs(text, 70)
    assert 1 <= len(said) <= 70
    assert said.isascii()
    assert "//" not in said
    assert not said.startswith("/")
    assert not said.endswith("/")


@given(name=some.text(max_size=80), words=some.text(max_size=200), cents=some.integers(1, 10**10))
def test_any_name_any_words_and_any_amount_fit(
    standard: xmlschema.XMLSchema, name: str, words: str, cents: int
) -> None:
    line = replace(ADVANCE, holder=name, words=words, cents=cents)
    standard.validate(pain_file(replace(RUN, lines=(line,))).decode())


def test_the_table_has_a_line_each_and_says_what_comes_back() -> None:
    table = csv_file(RUN, HEADS).decode("utf-8-sig").split("\r\n")
    assert table[0] == "kenmerk;soort;dag;naam;rekening;bedrag;mededeling"
    assert table[1].endswith("BE68539007547034;1480,00;Projectpot: voorschot, Meisjes op de mat")
    assert ";-50,01;" in table[3]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "＝"])
def test_no_name_becomes_a_formula(begin: str) -> None:
    line = replace(ADVANCE, holder=f"{begin}1+1", words=f"{begin}2")
    table = csv_file(replace(RUN, lines=(line,)), HEADS).decode("utf-8-sig")
    assert f"'{begin}1+1" in table
    assert f"'{begin}2" in table
