"""What may be done with a consultation, and who may sit at the table: pure checks that raise a sentence."""

from collections.abc import Iterable
from datetime import date

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.consultation.content import ConsultationContent, Seat
from kring.support.dossier.disclosing.grounds import Ground, Recipient
from kring.support.dossier.disclosing.rules import MayNotShare

PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"
GROUNDS = (Ground.AGREEMENT, Ground.SHARED, Ground.JOINT)
"""On which grounds an extract may be given at a table; the client's agreement first."""
LONGEST_DAYS = 90
"""No extract lives longer."""
CLOSED = _("This dossier is closed.")
COMES_FOR_IT = _("Somebody comes for this point alone. Change that first.")
INVITED = _("An invitation went to this address. Take the person off the table first, and put them on it again.")
NO_ADDRESS = _("There is no mail address of this person.")
OVER = _("This consultation is over.")


class Result(TextChoices):
    """How a consultation ended (domain.md 7.4c)."""

    AGREED = "agreed", _("a plan was agreed")
    ADAPTED = "adapted", _("the plan was adapted")
    NONE = "none", _("no agreement")


class NotNow(Exception):
    """A step that does not fit; `field` names what to look at, when there is one."""

    def __init__(self, sentence: str | Promise, field: str = "") -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = sentence, field


def check_planned(meeting: ConsultationContent) -> None:
    """Only what is still to come is prepared."""
    if meeting.state != PLANNED:
        raise NotNow(_("This consultation is over. Start a new one."))


def check_not_cancelled(meeting: ConsultationContent) -> None:
    """A consultation that was called off takes no agreements."""
    if meeting.state == CANCELLED:
        raise NotNow(_("This consultation was called off."))


def check_seat(seat: Seat, meeting: ConsultationContent) -> None:
    """Who may sit at the table (SEC-01, SEC-05). Raises `NotNow`."""
    if seat.kind != Recipient.POLICE:
        return
    if not seat.wished:
        raise NotNow(_("Police sits at the table only when the client himself wishes it."), "wished")
    if seat.only not in {item.id for item in meeting.agenda}:
        raise NotNow(_("Police comes for one point of the agenda. Choose which."), "only")


def check_extract(seat: Seat) -> None:
    """Who may get lines at all; on which ground says `disclosing.rules`. Raises `MayNotShare`."""
    if seat.kind == Recipient.POLICE:
        raise MayNotShare(_("A police officer never gets an extract."))


def check_until(until: date | None, today: date) -> None:
    """Every extract ends by itself."""
    if until is None or until <= today:
        raise NotNow(_("Choose a day to come: every extract ends."), "until")
    if (until - today).days > LONGEST_DAYS:
        raise NotNow(_("No longer than three months."), "until")


def check_held(*, client_present: bool, why_absent: str, result: str, on: date, today: date) -> None:
    """What must be said before a consultation counts as held. Raises `NotNow`."""
    if on > today:
        raise NotNow(_("This day is still to come."), "held_on")
    if not client_present and not why_absent.strip():
        raise NotNow(_("Say why the client was not there."), "why_absent")
    if result not in Result.values:
        raise NotNow(_("Choose how it ended."), "result")


def is_first(others: Iterable[ConsultationContent]) -> bool:
    """Whether none was held before: first and follow-up consultations are counted apart."""
    return not any(other.state == HELD for other in others)
