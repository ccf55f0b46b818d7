"""Both sides of "was this a person?": machines that say so, machines that do not, and people who look like one."""

import pytest

from kring.support.intake.mail import MachineKind, read_mail
from kring.support.intake.mail.tests.bytes_of import message, parts

BOUNCE, AUTO, NOTICE = MachineKind.BOUNCE, MachineKind.AUTO_REPLY, MachineKind.NOTICE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Auto-Submitted: auto-replied", AUTO),
        ("Auto-Submitted: auto-generated; x=y", NOTICE),
        ("Precedence: bulk", MachineKind.BULK),
        ("Precedence: LIST", MachineKind.LIST),
        ("Precedence: auto_reply", AUTO),
        ("List-Id: <buurt.example>", MachineKind.LIST),
        ("List-Unsubscribe: <mailto:x@y.example>", MachineKind.BULK),
        ("Return-Path: <>", BOUNCE),
        ("Return-Path: < >", BOUNCE),
        ("X-Autoreply: yes", AUTO),
        ("X-Auto-Response-Suppress: All", NOTICE),
        ("X-Failed-Recipients: a@b.example", BOUNCE),
        ("Delivered-To: Autoresponder", AUTO),
        ("Sender: buurt-bounces@lijst.example", MachineKind.LIST),
    ],
)
def test_a_standard_header_settles_it(line: str, kind: MachineKind) -> None:
    mail = read_mail(message(extra=f"{line}\n"))
    assert mail.machine is not None
    assert (mail.machine.kind, mail.machine.by_header) == (kind, True)
    assert mail.receipt_to is None


@pytest.mark.parametrize(
    "line",
    [
        "Auto-Submitted: no",
        "Precedence: normal",
        "Return-Path: <jo@school.example>",
        "X-Auto-Response-Suppress: DR, RN",
        "Sender: secretariaat@school.example",
        "X-Priority: 1",
    ],
)
def test_the_same_header_can_say_person(line: str) -> None:
    mail = read_mail(message(extra=f"{line}\n"))
    assert mail.machine is None
    assert mail.receipt_to == mail.sender


def test_reports_and_invitations_are_machines_and_an_attached_calendar_is_not() -> None:
    words = "Content-Type: text/plain\n\nzie bijlage"
    report = read_mail(parts(words, "Content-Type: message/delivery-status\n\nAction: failed", kind="report"))
    invite = read_mail(
        parts(words, "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR", kind="alternative")
    )
    attached = read_mail(parts(words, "Content-Type: text/calendar; name=a.ics\n\nBEGIN:VCALENDAR"))
    assert report.machine is not None
    assert report.machine.kind is BOUNCE
    assert invite.machine is not None
    assert invite.machine.kind is MachineKind.CALENDAR
    assert attached.machine is None


def test_our_own_mailbox_is_a_machine() -> None:
    mail = read_mail(message(sender="Team <Team@Stad.example>"), own=["team@stad.EXAMPLE"])
    assert mail.machine is not None
    assert mail.machine.kind is MachineKind.OWN


@pytest.mark.parametrize(
    "sender",
    [
        "MAILER-DAEMON@mx.example",
        "postmaster@mx.example",
        "no-reply@platform.example",
        "noreply.meldingen@platform.example",
        "platform-do-not-reply@platform.example",
        "geen-antwoord@platform.example",
        "niet_beantwoorden@platform.example",
        "ne-pas-repondre@plateforme.example",
        "nicht-antworten@plattform.example",
        "notifications@platform.example",
        "nieuwsbrief@platform.example",
        "Mail Delivery Subsystem <x1@mx.example>",
        "Systeembeheerder <beheer@mx.example>",
    ],
)
def test_nobody_writes_under_such_a_sender(sender: str) -> None:
    mail = read_mail(message(sender=sender))
    assert mail.machine is not None
    assert mail.receipt_to is None


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Undeliverable: Uw bericht", BOUNCE),
        ("Delivery Status Notification (Failure)", BOUNCE),
        ("failure notice", BOUNCE),
        ("Onbestelbaar: Uw bericht", BOUNCE),
        ("Aflevering mislukt", BOUNCE),
        ("Bericht kan niet worden bezorgd", BOUNCE),
        ("Message non distribué", BOUNCE),
        ("Échec de la remise : votre message", BOUNCE),
        ("Unzustellbar: Ihre Nachricht", BOUNCE),
        ("Mancato recapito", BOUNCE),
        ("Automatisch antwoord: vraag", AUTO),
        ("Automatic reply: vraag", AUTO),
        ("Out of Office: vraag", AUTO),
        ("Afwezigheidsbericht", AUTO),
        ("Réponse automatique : question", AUTO),
        ("Message d’absence", AUTO),
        ("Abwesenheitsnotiz: Frage", AUTO),
        ("Automatische Antwort: Frage", AUTO),
        ("Respuesta automática: pregunta", AUTO),
        ("Bevestig uw inschrijving", NOTICE),
    ],
)
def test_a_subject_without_any_header_gives_a_machine_away(subject: str, kind: MachineKind) -> None:
    mail = read_mail(message("Dag", subject=subject))
    assert mail.machine is not None
    assert (mail.machine.kind, mail.machine.by_header) == (kind, False)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Uw bericht", "Uw bericht kon niet worden afgeleverd aan x@y.example.\n550 5.1.1 User unknown"),
        ("Votre message", "Votre message n'a pas pu être remis.\nDestinataire inconnu."),
        ("Your mail", "We were unable to deliver your\nmessage. Mailbox is full."),
        ("Melding", "Dit is een automatisch gegenereerd bericht, gelieve niet te\nantwoorden op deze mail."),
        ("Notification", "Ceci est un message automatique. Merci de ne pas répondre à ce courriel."),
        ("Ticket", "This is an automated message. Please do not reply to this e-mail."),
        ("Re: Uw vraag", "Ik ben tot 12 maart met verlof. Uw mail wordt niet gelezen, bel bij dringende vragen."),
        ("Re: question", "Je suis en congé jusqu'au 12 mars. Je lirai votre message à mon retour."),
        ("Afwezig", "Ik ben afwezig tot maandag. Dringend? Bel het onthaal."),
        ("Homework not delivered", "The mail could not be delivered: user unknown, giving up."),
    ],
)
def test_words_without_any_header_give_a_machine_away(subject: str, words: str) -> None:
    mail = read_mail(message(words, subject=subject))
    assert mail.machine is not None
    assert not mail.machine.by_header


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Afwezigheid van een leerling", "Hij is vaak afwezig en zijn moeder is niet bereikbaar. Dit is dringend."),
        ("Absences répétées", "Elle est absente depuis lundi, c'est urgent, votre message m'a rassurée."),
        ("Niet bezorgd, wel benieuwd", "Ik ben bezorgd over een jongen. Ik ben morgen niet op kantoor."),
        ("Travaux non remis", "L'élève ne remet plus rien, et son courrier revient non distribué à la maison."),
        ("Hij komt niet op kantoor", "Onze stagiair is al een week weg."),
        ("Dringend", "Ik ben vanaf vrijdag met verlof, bel mij voor die tijd over je bericht."),
        (
            "FW: Automatisch antwoord: school",
            "Kijk wat ik kreeg van de school.\n\nVan: x@y.example\nVerzonden: nu\nAan: ik\n",
        ),
        ("Re: Undeliverable: uitnodiging", "Ik kreeg dit terug, klopt het adres wel? Ik wil graag afspreken."),
        (
            "Fwd: melding",
            """Ik word hier zot van.

---------- Forwarded message ---------
Van: <noreply@platform.example>
Date: nu

Dit is een automatisch bericht, niet antwoorden op deze mail.""",
        ),
        ("Vraag", "Kan mijn brief niet bezorgd worden aan hem? De postbode zegt dat hij verhuisd is."),
        ("Alert op school", "Een meisje van vijftien, we zijn ongerust."),
        ("Re: afspraak", "Donderdag is goed voor mij, bedankt voor je bericht."),
        ("Terug van vakantie", "Sinds de vakantie zien we hem niet meer."),
    ],
)
def test_a_person_who_writes_about_absence_or_letters_gets_a_receipt(subject: str, words: str) -> None:
    mail = read_mail(message(words, subject=subject))
    assert mail.machine is None
    assert mail.receipt_to == mail.sender


@pytest.mark.parametrize(
    "local", ["info", "onthaal", "noor", "renotify.claes", "leerlingenbegeleiding", "antwoordpunt"]
)
def test_a_shared_mailbox_is_people(local: str) -> None:
    assert read_mail(message(sender=f"{local}@school.example")).machine is None
