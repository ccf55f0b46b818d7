"""What may be told to whom: pure checks that raise a sentence a colleague may read."""

from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.disclosing.grounds import CHECKLIST, NEVER_SHARED, Ground

SECRET_GROUNDS = frozenset({Ground.JOINT, Ground.SHARED})
BOUND = "secrecy"
"""The secrecy status of who is bound by professional secrecy."""


class MayNotShare(Exception):
    """Not to this person, or not on this ground; `field` names what to look at."""

    def __init__(self, sentence: str | Promise, field: str = "") -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = sentence, field


def check(
    *, kind: str, secrecy: str, ground: str, checklist: Collection[str], items: Collection[str], why_not: str = "said"
) -> None:
    """Raise `MayNotShare` unless these items may be told to somebody of this kind on this ground (SEC-01, -04, -05).

    why_not: why the client does not know, when he does not; empty then is refused.
    """
    if not items:
        raise MayNotShare(_("Choose or write at least one line."), "lines")
    if ground not in CHECKLIST:
        raise MayNotShare(_("Choose why this may be told."), "ground")
    if ground in SECRET_GROUNDS and kind in NEVER_SHARED:
        raise MayNotShare(_("Professional secrecy is never shared with this person."), "ground")
    if ground in SECRET_GROUNDS and secrecy != BOUND:
        raise MayNotShare(_("Secrecy is shared only with who is bound by it. Here the client must agree."), "ground")
    if {code for code, _said in CHECKLIST[ground]} - set(checklist):
        raise MayNotShare(_("Every condition of this ground must be true. Tick what you weighed."), "checklist")
    if not why_not.strip():
        raise MayNotShare(_("Say why the client does not know yet."), "why_not")
