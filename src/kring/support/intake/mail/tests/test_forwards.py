"""Who wrote the forwarded message, as the programs of three languages print it, and when there is none."""

import pytest

from kring.support.intake.mail import read_mail
from kring.support.intake.mail.forwards import author_in_text, own_words
from kring.support.intake.mail.tests.bytes_of import message, parts

OUTLOOK_NL = """Ter info

Van: Mia Claes <mia@post.example>
Verzonden: maandag 1 maart 2021 9:00
Aan: Jo <jo@school.example>
CC: bo@school.example
Onderwerp: {subject}

Mijn zoon komt niet buiten."""
OUTLOOK_FR = """Pour info

De\u00a0: Mia Claes <mia@post.example>
Envoyé\u00a0: lundi 1 mars 2021 09:00
À\u00a0: Jo
Objet\u00a0: question

Mon fils ne sort plus."""
OUTLOOK_EN = """From: Mia Claes [mailto:mia@post.example]
Sent: Monday, March 1, 2021 9:00 AM
To: Jo
Subject: a question

My son."""
OUTLOOK_BOLD = """*Van:* Mia Claes <mia@post.example>
*Verzonden:* maandag 1 maart 2021
*Aan:* Jo
*Onderwerp:* vraag"""
GMAIL = """---------- Forwarded message ---------
Van: Mia Claes <mia@post.example>
Date: ma 1 mrt 2021 om 09:00
Subject: vraag
To: <jo@school.example>


Mijn zoon"""
GMAIL_FR = GMAIL.replace("Forwarded message", "Message transféré").replace("Van:", "De :")
APPLE_NL = """Begin doorgestuurd bericht:

> Van: Mia Claes <mia@post.example>
> Onderwerp: vraag
> Datum: 1 maart 2021 om 09:00:00 CET
> Aan: jo@school.example
>
> Mijn zoon"""
APPLE_FR = """Début du message réexpédié :

De: Mia Claes <mia@post.example>
Objet: question
Date: 1 mars 2021 à 09:00:00 UTC+1
À: jo@school.example"""
THUNDERBIRD_NL = """-------- Doorgestuurd bericht --------
Onderwerp: \tvraag
Datum: \tMon, 1 Mar 2021 09:00:00 +0100
Van: \tMia Claes <mia@post.example>
Aan: \tjo@school.example"""
THUNDERBIRD_FR = """-------- Message transféré --------
Sujet : \tquestion
Date : \tMon, 1 Mar 2021 09:00:00 +0100
De : \tMia Claes <mia@post.example>
Pour : \tjo@school.example"""
MIA = ("mia@post.example", "Mia Claes")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("FW: vraag", OUTLOOK_NL.format(subject="vraag")),
        ("[EXTERN] Fwd: vraag", OUTLOOK_NL.format(subject="vraag")),
        ("TR : question", OUTLOOK_FR),
        ("Fw: a question", OUTLOOK_EN),
        ("Doorst: vraag", OUTLOOK_BOLD),
        ("WG: Frage", OUTLOOK_EN.replace("From", "Von").replace("Sent", "Gesendet").replace("Subject", "Betreff")),
        ("Fwd: vraag", GMAIL),
        ("vraag", GMAIL),
        ("Tr: question", GMAIL_FR),
        ("vraag", APPLE_NL),
        ("question", APPLE_FR),
        ("vraag", THUNDERBIRD_NL),
        ("question", THUNDERBIRD_FR),
        ("Fwd: vraag", OUTLOOK_NL.format(subject="vraag").replace("\n", "\r\n")),
        ("FW: vraag", "Van: \nMia Claes <mia@post.example>\nVerzonden: maandag\nAan: Jo\nOnderwerp: vraag"),
    ],
)
def test_the_original_author_is_shown(subject: str, text: str) -> None:
    mail = read_mail(message(text, subject=subject))
    assert mail.shown_sender is not None
    assert (mail.shown_sender.address, mail.shown_sender.display) == MIA
    assert mail.sender is not None
    assert mail.sender.address == "jo@school.example"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("RE: vraag", "Dank je\n\n" + OUTLOOK_NL.format(subject="vraag")),
        ("Antw: FW: vraag", OUTLOOK_NL.format(subject="vraag")),
        ("RE: TR: question", OUTLOOK_FR),
        (
            "Vraag",
            "Dag\n\nOp ma 1 mrt 2021 om 09:00 schreef Mia <mia@post.example>:\n> Van: Al <al@post.example>\n> dag",
        ),
        ("Fwd: vraag", "Niets onder deze regel, maar wel:\nVan: iedereen\nen dan gewone tekst"),
        ("Vraag", "Zijn plan:\nVan: Gent\nAan: zee\ngewoon weg"),
        (
            "Re: vraag",
            "ok\n\n> ---------- Forwarded message ---------\n> Van: Mia <mia@post.example>\n> Date: x\n> To: y",
        ),
    ],
)
def test_an_answer_or_a_list_is_no_forward(subject: str, text: str) -> None:
    assert read_mail(message(text, subject=subject)).shown_sender is None


def test_a_name_without_an_address_is_shown_too() -> None:
    author = author_in_text("Van: Claes Mia\nVerzonden: nu\nAan: Jo\nOnderwerp: x", "FW: x")
    assert author is not None
    assert (author.address, author.display) == ("", "Claes Mia")


def test_a_chain_of_forwards_is_followed_to_its_far_end() -> None:
    inner = "\n\n" + GMAIL.replace("Mia Claes <mia@post.example>", "Al <al@post.example>")
    author = author_in_text(OUTLOOK_NL.format(subject="FW: vraag") + inner, "FW: FW: vraag")
    assert author is not None
    assert author.address == "al@post.example"


def test_a_chain_stops_where_it_was_answered() -> None:
    inner = "\n\n" + OUTLOOK_EN.replace("mia@post.example", "jo@school.example")
    author = author_in_text(OUTLOOK_NL.format(subject="RE: vraag") + inner, "FW: vraag")
    assert author is not None
    assert author.address == "mia@post.example"


@pytest.mark.parametrize("kind", ["message/rfc822", 'message/rfc822; name="vraag.eml"'])
def test_an_attached_message_shows_its_author_and_its_words(kind: str) -> None:
    inner = message("Mijn zoon komt niet buiten.", sender="Mia Claes <mia@post.example>")
    mail = read_mail(parts("Content-Type: text/plain\n\nTer info", f"Content-Type: {kind}\n\n".encode() + inner))
    assert mail.shown_sender is not None
    assert (mail.shown_sender.address, mail.shown_sender.display) == MIA
    assert mail.text.startswith("Ter info")
    assert "Mijn zoon komt niet buiten." in mail.text
    assert len(mail.attachments) == 1
    assert b"Mijn zoon" in mail.attachments[0].content


def test_a_bounce_that_returns_our_own_message_is_no_forward() -> None:
    inner = message("Uw bericht is ontvangen.", sender="team@stad.example")
    raw = parts("Content-Type: text/plain\n\nUndeliverable", b"Content-Type: message/rfc822\n\n" + inner, kind="report")
    mail = read_mail(raw)
    assert mail.shown_sender is None
    assert "ontvangen" not in mail.text


@pytest.mark.parametrize(
    "below",
    [
        OUTLOOK_NL.format(subject="vraag").removeprefix("Ter info"),
        GMAIL,
        APPLE_NL,
        THUNDERBIRD_FR,
        "> geciteerd",
        "Op ma 1 mrt 2021 om 09:00 schreef Mia <mia@post.example>:",
        "Le lun. 1 mars 2021 à 09:00, Mia <mia@post.example> a écrit :",
        "On Mon, Mar 1, 2021, Mia wrote:",
        "-----Oorspronkelijk bericht-----",
    ],
)
def test_own_words_end_where_another_message_begins(below: str) -> None:
    assert own_words(f"Mijn eigen woorden.\n\n{below}\nandermans woorden") == "Mijn eigen woorden."
