"""What of a question is held here at all: which subject it is about, which register, and which groups it asks for.

What is not held is an answer of its own, with the reason and who can be asked.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import By, How, Only
from kring.reporting.asking import Question
from kring.reporting.dimensions import DIMENSIONS
from kring.reporting.dimensions.dimension import Dimension, Look
from kring.reporting.measures.measure import Measure, NotHeld, OfFacts, OfStaff
from kring.reporting.periods import Span
from kring.reporting.subjects import CASE

StaffOnly = tuple[tuple[int, frozenset[str]], ...]
"""(0: function, 1: programme) and the groups of it that count."""

OURS = frozenset({"", "outreach", "waiting", "capacity", "events", "prevention"})
"""Subjects of a question that casework can answer; of every other another service keeps the figures."""
APART = frozenset({"mediation", "gas"})
"""Subjects that are a register of their own."""

OTHER_REGISTER = NotHeld(
    _("Mediation is a register of its own law, kept apart: its own report answers, and it is never added here."),
    _("the mediators of that register"),
)
OTHER_SUBJECT = NotHeld(
    _("This subject is no casework of the team: Kring holds no figures of it."),
    _("the service of the town that is competent for it"),
)
OTHER_GROUP = NotHeld(_("A group that is asked for does not exist here."), _("the head of service"))
SAYS_NOTHING = NotHeld(_("This is not noted for what is counted."), _("the head of service"))


def why_not(measure: Measure, question: Question) -> NotHeld | None:
    """Why a measure is not held here, or None. Who is appointed to what is known whatever the subject."""
    if isinstance(measure.how, NotHeld):
        return measure.how
    if isinstance(measure.how, OfStaff) and any(DIMENSIONS[name].staff is None for name in _facets(question)):
        return SAYS_NOTHING
    if not isinstance(measure.how, OfFacts):
        return None
    if question.topic in APART or question.register not in ("", "support"):
        return OTHER_REGISTER
    return None if question.topic in OURS else OTHER_SUBJECT


def split(dimension: Dimension, look: Look) -> How | NotHeld:
    """How a subject is split, or why not."""
    if isinstance(dimension.how, NotHeld):
        return dimension.how
    return dimension.how(look) or SAYS_NOTHING


def narrowed(question: Question, look: Look) -> tuple[Only, ...] | NotHeld:
    """The filters, or why they cannot be met."""
    found = []
    for name, wanted in question.filters.items():
        how = split(DIMENSIONS[name], look)
        groups = _groups(DIMENSIONS[name], look, wanted)
        if isinstance(how, NotHeld):
            return how
        if groups is None:
            return OTHER_GROUP
        found.append(Only(By(name, how, DIMENSIONS[name].groups(look)), groups))
    return tuple(found)


def of_staff(question: Question, span: Span) -> StaffOnly | NotHeld:
    """Whom of the team the filters leave, or why they cannot be met."""
    found = []
    for name in _facets(question):
        dimension = DIMENSIONS[name]
        groups = _groups(dimension, Look(CASE, span), question.filters[name])
        if groups is None or dimension.staff is None:
            return OTHER_GROUP
        found.append((dimension.staff, groups))
    return tuple(found)


def _facets(question: Question) -> list[str]:
    """What it filters by; of another name it is told elsewhere that it is not understood."""
    return [name for name in question.filters if name in DIMENSIONS]


def _groups(dimension: Dimension, look: Look, wanted: Iterable[str]) -> frozenset[str] | None:
    """The codes of these groups, said by code or in words; None when one does not exist."""
    codes = {**dimension.also, **{code: code for code in dimension.groups(look)}}
    said = {dimension.label(code).casefold(): code for code in dimension.groups(look)}
    found = [codes.get(one) or said.get(one.casefold()) for one in wanted]
    if not codes:
        return frozenset(wanted)
    return None if None in found else frozenset(one for one in found if one)
