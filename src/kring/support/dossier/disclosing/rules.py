"""What may be told to whom: pure checks that raise a sentence a colleague may read."""

from collections.abc import Collection
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.disclosing.grounds import CHECKLIST, NEVER_SHARED, OWN_HOUSE, Ground, Recipient, offered
from kring.team.working_days import working_days_after

SECRET_GROUNDS = frozenset({Ground.JOINT, Ground.SHARED})
BOUND = "secrecy"
"""The secrecy status of who is bound by professional secrecy."""
WORKING_DAYS = 3
"""Within so many what was told in haste is weighed in writing (SEC-04)."""
NO_PROTOCOL = _(
    "Secrecy is shared with another body only under a protocol that holds. Choose it. Is there none? Ask the client, "
    "or tell the privacy officer."
)
NO_AGREEMENT = _("Write down what the client agreed to: say what it is for.")
HOLDS_NOT = _("This protocol does not hold on that day. Choose another.")
NOT_IN_HASTE = _("What is said at a local security cell is never told in haste.")


class MayNotShare(Exception):
    """Not to this person, or not on this ground; `field` names what to look at."""

    def __init__(self, sentence: str | Promise, field: str = "") -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = sentence, field


def check(
    *,
    kind: str,
    secrecy: str,
    ground: str,
    checklist: Collection[str],
    items: Collection[str],
    why_not: str = "said",
    danger: str = "",
    alone: str = "",
    protocol: str = "",
    agreement: str = "",
) -> None:
    """Raise `MayNotShare` unless these items may be told to somebody of this kind on this ground.

    SEC-01, -04, -05, -08, GDP-13, GBO-02. why_not: why the client does not know, when he does not; empty then is
    refused. danger, alone: both parts of the test before a report to the prosecutor. protocol, agreement: which one it
    is told under; whether it holds, who records it asks.
    """
    if not items:
        raise MayNotShare(_("Choose or write at least one line."), "lines")
    if ground not in offered():
        raise MayNotShare(_("Choose why this may be told."), "ground")
    if ground in SECRET_GROUNDS and kind in NEVER_SHARED:
        raise MayNotShare(_("Professional secrecy is never shared with this person."), "ground")
    if ground in SECRET_GROUNDS and secrecy != BOUND:
        raise MayNotShare(_("Secrecy is shared only with who is bound by it. Here the client must agree."), "ground")
    if ground == Ground.REPORT:
        _check_report(kind, danger, alone)
    if needs_protocol(ground, kind) and not protocol:
        raise MayNotShare(NO_PROTOCOL, "protocol")
    if ground == Ground.AGREEMENT and not agreement:
        raise MayNotShare(NO_AGREEMENT, "agreed_for")
    if {code for code, _said in CHECKLIST[ground]} - set(checklist):
        raise MayNotShare(_("Every condition of this ground must be true. Tick what you weighed."), "checklist")
    if not why_not.strip():
        raise MayNotShare(_("Say why the client does not know yet."), "why_not")


def needs_protocol(ground: str, kind: str) -> bool:
    """Whether it is exchange with another body, which goes under a registered protocol alone (GDP-13).

    Secrecy that is shared between services is; what is told once, because somebody agreed, is in danger or a judge
    asks, is not, and a case consultation has a document of its own.
    """
    return ground == Ground.SHARED and kind not in OWN_HOUSE


def _check_report(kind: str, danger: str, alone: str) -> None:
    """A right, to the prosecutor only, once both parts of the test are answered in words (SEC-08)."""
    if kind != Recipient.PROSECUTION:
        raise MayNotShare(_("The right to report is a right to inform the prosecutor, and nobody else."), "ground")
    if not danger.strip():
        raise MayNotShare(_("Say in words which danger there is, and for whom."), "danger")
    if not alone.strip():
        raise MayNotShare(_("Say in words why you cannot protect, alone or with others."), "alone")


def complete_by(on: date) -> date:
    """The last day on which what was told in haste is weighed in writing; a weekend is no working day."""
    return working_days_after(on, WORKING_DAYS)
