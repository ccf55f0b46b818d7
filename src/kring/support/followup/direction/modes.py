"""How we work, period by period: directing, reaching out ourselves, or both. Pure, but for the one action."""

from datetime import date

from kring.support.dossier import actions as dossiers
from kring.support.dossier.content import Mode, ModePeriod, SummaryContent
from kring.support.dossier.opening import Opened
from kring.support.followup.direction.along import check_directs
from kring.vault.acts import acting
from kring.vault.gate import Session


def periods(summary: SummaryContent, opened_on: date) -> list[ModePeriod]:
    """Every period, the newest first; without a change there is one since the role began."""
    return sorted(summary.modes or [ModePeriod(summary.mode, opened_on)], key=lambda one: one.from_on, reverse=True)


def change(session: Session, opened: Opened, mode: Mode, on: date) -> None:
    """From a day on we work otherwise. Raises `Refused`, `Conflict`."""
    check_directs(session, opened.dossier)
    if mode == opened.summary.mode:
        return
    known = [one for one in periods(opened.summary, opened.dossier.opened_on) if one.from_on < on]
    modes = (*reversed(known), ModePeriod(mode, on))
    with acting("followup.mode", by=session.person, on=[opened.dossier.id]) as act:
        dossiers.change_summary_as_read(act, opened.keys, opened.dossier.summary, mode=mode, modes=modes)
