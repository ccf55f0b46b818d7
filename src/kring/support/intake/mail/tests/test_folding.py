"""History and signatures are folded away per mail program; what somebody worries about stays in sight.

The table is docs/reference/mail-folding.md; what is caught and tried there is counted here.
"""

from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kring
from kring.support.intake.mail import read_mail
from kring.support.intake.mail.folding import Kind, folded
from kring.support.intake.mail.tests.bytes_of import message
from kring.support.intake.mail.tests.clients import (
    ADDRESS,
    EARLIER,
    FORWARDER,
    FORWARDS,
    LANGUAGES,
    SIGNATURES,
    VARIANTS,
    WHO,
    WORDS,
    Forward,
    Variant,
)

TABLE = Path(kring.__file__).parents[2] / "docs" / "reference" / "mail-folding.md"
ANSWER = "Re: vraag"


def words(text: str, subject: str = ANSWER) -> str:
    return "\n".join(piece.text for piece in folded(text, subject) if piece.kind is Kind.WORDS).strip()


def caught(variant: Variant) -> bool:
    return words(variant.after(WORDS[variant.language], EARLIER[variant.language])) == WORDS[variant.language]


def shows_author(forward: Forward) -> bool:
    subject, text = forward.written()
    author = read_mail(message(text, subject=subject)).shown_sender
    return author is not None and (author.address, author.display) == (ADDRESS, WHO)


def rows(found: list[tuple[str, str, bool]]) -> list[str]:
    """Lines of the table, caught/tried: client, then a language a column."""
    counts: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for client, language, right in found:
        counts[client][language].append(right)
    return [
        f"| {client} | " + " | ".join(f"{sum(told[one])}/{len(told[one])}" for one in LANGUAGES) + " |"
        for client, told in counts.items()
    ]


def table() -> str:
    """Both tables of the documents, measured."""
    answers = rows([(one.client, one.language, caught(one)) for one in VARIANTS])
    forwards = rows([(one.client, one.language, shows_author(one)) for one in FORWARDS])
    return "\n".join([*answers, "", "| passed on by | nl | fr | en |", "|---|---|---|---|", *forwards])


def test_the_table_in_the_documents_is_what_is_measured() -> None:
    assert table() in TABLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda one: f"{one.client}-{one.language}")
def test_what_was_written_before_is_folded_away(variant: Variant) -> None:
    assert caught(variant)


@pytest.mark.parametrize(("language", "at"), [(one, at) for one in LANGUAGES for at in range(len(SIGNATURES[one]))])
def test_a_signature_is_folded_away_with_and_without_history(language: str, at: int) -> None:
    signed = f"{WORDS[language]}\n\n{SIGNATURES[language][at]}"
    assert words(signed) == WORDS[language]
    for variant in (one for one in VARIANTS if one.language == language):
        assert words(variant.after(signed, EARLIER[language])) == WORDS[language]


@pytest.mark.parametrize("forward", FORWARDS, ids=lambda one: f"{one.client}-{one.language}")
def test_a_message_passed_on_shows_its_author_and_stays_in_sight(forward: Forward) -> None:
    assert shows_author(forward)
    subject, text = forward.written()
    shown = words(text, subject)
    assert FORWARDER[forward.language] in shown
    assert "ZORG-1" in shown
    assert "ZORG-2" in shown


@pytest.mark.parametrize("forward", FORWARDS[:3], ids=lambda one: one.language)
def test_the_signature_of_who_passes_on_and_the_history_below_are_folded(forward: Forward) -> None:
    subject, text = forward.written()
    mine, theirs = f"{SIGNATURES[forward.language][0]} NAAM-1", f"{SIGNATURES[forward.language][0]} NAAM-2"
    text = text.replace(FORWARDER[forward.language], f"{FORWARDER[forward.language]}\n\n{mine}")
    older = next(one for one in VARIANTS if (one.client, one.language) == ("Thunderbird", forward.language))
    shown = words(older.after(f"{text}\n\n{theirs}", EARLIER[forward.language]), subject)
    assert "ZORG-2" in shown
    assert [mark for mark in ("EERDER-1", "NAAM-1", "NAAM-2") if mark in shown] == []


def test_answers_between_the_quotes_stay_in_sight() -> None:
    text = (
        "Dag,\n\nOp 1-3-2021 om 09:00 schreef Kring:\n> Kan het morgen?\nJa, dat kan.\n\n> Waar?\nBij ons op school.\n"
    )
    assert words(text).split("\n") == ["Dag,", "", "Ja, dat kan.", "", "Bij ons op school."]


def test_words_below_the_quote_stay_in_sight() -> None:
    assert words("Op 1-3-2021 om 09:00 schreef Kring:\n> Kan het morgen?\n> Dag\n\nJa, dat kan.") == "Ja, dat kan."


@pytest.mark.parametrize(
    "text",
    [
        "Zijn mama schreef:\nik kan niet meer\n\nIk maak mij zorgen.",
        "Op 3 mei schreef de school ons:\nhij is niet meer welkom.\n\nWat nu?",
        "His mother wrote:\nI cannot go on.",
        "Le 3 mai, l'école nous a écrit :\nil n'est plus le bienvenu.",
        "Bedankt,\n\nmaar het gaat niet. Hij sliep gisteren weer in de auto en wil met niemand praten over de school.",
        "Dag,\n\nMet vriendelijke groet\nMia\n\nPS: hij slaapt nu bij zijn tante.",
        "Dag,\n\n- hij komt niet meer\n- zijn broer ook niet",
        "Groetjes\nMia",
        "Hij zei: salutations",
        "Van: school\nAan: ons\nDat is de weg die hij gaat.",
    ],
)
@pytest.mark.parametrize("subject", ["Re: vraag", "vraag"])
def test_what_only_looks_like_it_stays_in_sight(text: str, subject: str) -> None:
    assert words(text, subject) == text


def test_a_thread_that_is_no_answer_is_the_worry_itself() -> None:
    thread = next(one for one in VARIANTS if one.client == "Outlook").after("Zie hieronder.", "Hij slaapt buiten.")
    assert "Hij slaapt buiten." in words(thread, "Bezorgdheid over een leerling")
    assert "Hij slaapt buiten." not in words(thread, "RE: Bezorgdheid over een leerling")


def test_a_message_that_is_all_history_is_shown_whole() -> None:
    text = VARIANTS[0].after("", "Dag").strip()
    assert [piece.kind for piece in folded(text, ANSWER)] == [Kind.WORDS]


_LINES = st.lists(
    st.sampled_from(
        [
            *("Dag", "> ja", ">> nee", "", "-- ", "Groetjes", "Mia", "Van: Mia <mia@post.example>", "Aan: Jo"),
            *("Onderwerp: Re: x", "Onderwerp: FW: x", "Verzonden: nu", "Begin doorgestuurd bericht:", "> Van: Jo"),
            *("Op 1-3-2021 om 09:00 schreef Jo:", "________________________________", "PS nog iets"),
            "---------- Mia <mia@post.example>",
        ]
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_LINES, st.sampled_from(["", "Re: x", "FW: x"]))
def test_no_line_is_lost_or_moved(lines: list[str], subject: str) -> None:
    text = "\n".join(lines)
    pieces = folded(text, subject)
    told = [line for piece in pieces for line in piece.text.split("\n") if line.strip()]
    assert told == [line for line in lines if line.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "On " + "a" * 1_000_000,
        "Op 1 a" * 100_000 + " schreef",
        "\n" * 1_000_000,
        "> " * 500_000,
        "On x wrote\n" * 80_000,
        "Van: a\nAan: b\n" * 60_000,
        "groet " * 150_000,
        "met vriendelijke " * 60_000 + "\n" + "x\n" * 20_000,
    ],
    ids=range(8),
)
def test_a_hostile_text_costs_little(text: str) -> None:
    from time import process_time

    began = process_time()
    pieces = folded(text, ANSWER)
    assert process_time() - began < 2
    assert "\n".join(piece.text for piece in pieces).split() == text.split()


@pytest.mark.parametrize(("client", "language"), list(product(["Gmail", "Outlook"], LANGUAGES)))
def test_beyond_a_length_nothing_is_folded_and_nothing_lost(client: str, language: str) -> None:
    variant = next(one for one in VARIANTS if (one.client, one.language) == (client, language))
    long = "Een lange regel.\n" * 5_000
    assert "EERDER-1" in words(variant.after(long, EARLIER[language]))
