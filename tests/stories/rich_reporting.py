"""Questions in a rich town: one that is empty, one in full with long words, one frozen, one that was sent. Invented."""

from dataclasses import replace

from kring.reporting.composer import actions, queries, rules, year_reports
from kring.reporting.composer.content import Composed, Wish
from kring.reporting.composer.testing import a_question, figure
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.gate import Session
from kring.vault.primitives import new_id

LONG = (
    "Volgens de beleidsnota bereikt het team jongeren die nergens anders terechtkunnen. Hoeveel dossiers lopen er op"
    " dit ogenblik, per werkwijze en per leeftijd? Hoe verhoudt dat zich tot vorig jaar? Wat houdt de stad niet bij? "
)
WORDS = "Geachte raad,\n\nDank voor deze vraag over de jongerenwelzijnswerkersovereenkomstenregeling. " * 2


def ask(town: Town) -> dict[str, str]:
    """Their ids, by what they are."""
    crossed = Wish(new_id(), ("cases_new",), ("programme", "gender"), period="open")
    years = Wish(new_id(), ("cases_new", "trend"), ("year",), period="2018-2019")
    waiting = Wish(new_id(), ("budget",), period="2020")
    full = a_question(town, figure(before=WORDS), crossed, years, waiting, text=LONG * 2, asker="R. " + "Van der " * 9)
    frozen = a_question(town, figure(), frozen=True)
    sent, office = _sent(town), town.saar.session
    mended, gone = _sent(town), _sent(town)
    _sent(town, replace(years, id=new_id(), measures=("cases_new",)))
    _take(office, mended, _corrected)
    _take(office, gone, _withdrawn)
    return {
        "corrected question": mended,
        "withdrawn question": gone,
        "empty question": a_question(town),
        "waiting question": a_question(town, figure(), wait=year_reports.figures(year_reports.PROMISED, 2020)),
        "full question": full,
        "frozen question": frozen,
        "approved question": _approvable(town),
        "sent question": sent,
    }


def _sent(town: Town, *figures: Wish) -> str:
    office = town.saar.session
    made = a_question(town, *(figures or (figure(),)), frozen=True, text="Hoeveel dossiers liepen er?")
    for session, step in ((town.jonas.session, _read), (office, _approved), (office, _goes_out)):
        _take(session, made, step)
    return made


def _approvable(town: Town) -> str:
    made = a_question(town, figure(), frozen=True)
    _take(town.jonas.session, made, _read)
    return made


def _take(session: Session, question: str, step: object) -> None:
    open_ = queries.opened(session, question, act="test.open")
    assert callable(step)
    actions.change(
        session,
        open_,
        lambda now: step(now, session.person),
        act="test.step",
        seen=open_.row.revision,
        once=new_id(),
    )


def _read(now: Composed, by: str) -> Composed:
    return rules.read_over(now, by, today())


def _approved(now: Composed, _by: str) -> Composed:
    return rules.approved(now, today(), "CBS/2021/0118, punt 14")


def _goes_out(now: Composed, _by: str) -> Composed:
    return rules.sent(now, today())


def _corrected(now: Composed, by: str) -> Composed:
    return rules.corrected(now, by, "De werkwijze die in dat jaar startte, ontbrak in de tabel.")


def _withdrawn(now: Composed, by: str) -> Composed:
    return rules.withdrawn(now, by, "De vraag ging over een andere dienst.\nDie antwoordt zelf.", today())
