"""Looking up frozen answers, and opening what is sealed of them."""

from datetime import date

from kring.reporting.content import Audience, Figures, InsideFigures
from kring.reporting.individual_cases import NAME, VERSION
from kring.reporting.models import Answer, InsideAnswer
from kring.vault import codec, gate
from kring.vault.gate import Session

PART = "answer"


def frozen(on: date) -> Answer | None:
    """The answer for a day, under the present definition. Raises `Refused` when the row is not ours."""
    row: Answer | None = Answer.objects.filter(question=NAME, on=on, version=VERSION).first()
    return None if row is None else row.verified()


def frozen_days(limit: int = 12) -> list[date]:
    """Days with a frozen answer, newest first."""
    rows = Answer.objects.filter(question=NAME, version=VERSION).order_by("-on")
    return list(rows.values_list("on", flat=True)[:limit])


def figures(session: Session, answer: Answer, audience: Audience) -> Figures:
    """The table for an audience; the internal one through the gate. Raises `Refused`."""
    if audience == Audience.PUBLIC:
        return codec.unpack(Figures, answer.public.encode())
    keys = gate.entering(session, act="figures.read", of=[answer.id], parts=[PART])
    return keys.open(InsideAnswer.objects.get(answer=answer), InsideFigures).figures
