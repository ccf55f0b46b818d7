"""Loss and bond factors as the page lists them: by what they do and where, in words. Never a number of them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kring.support.dossier import words as said
from kring.support.intake.codelists import LifeDomain
from kring.support.network import rules, words
from kring.support.network.content import Factor, Pull
from kring.support.network.queries import FactorRow, Network


@dataclass(frozen=True, slots=True)
class Line:
    """One factor in words."""

    id: str
    domain: str
    words: str
    action: str
    when: str


def of(network: Network) -> list[tuple[Promise, list[Line]]]:
    """Those that are not over, what loosens and what holds apart."""
    there = [row for row in network.factors if not rules.is_over(row.factor)]
    return [(words.PULLS[pull], [line(row) for row in there if row.factor.pull == pull]) for pull in Pull]


def line(row: FactorRow) -> Line:
    """One of them."""
    factor = row.factor
    when = _("noted on %(day)s") % {"day": said.day(factor.noted_on)}
    if factor.reviews:
        last = factor.reviews[-1]
        when = _("looked at on %(day)s: %(still)s") % {"day": said.day(last.on), "still": words.STILL[last.still]}
    return Line(row.seen.record, str(LifeDomain(factor.domain).label), factor.words, factor.action, when)


def reviews(factor: Factor) -> list[tuple[str, Promise, str]]:
    """What became of it, the newest first: day, how it was, and words."""
    return [(said.day(each.on), words.STILL[each.still], each.words) for each in reversed(factor.reviews)]
