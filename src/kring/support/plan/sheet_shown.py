"""The client's version as it is read: what I want, how far I am, who does what; whole, or what stands at one place.

What was not put in the client's words says it in the words of the plan. An action of a heading that does not stand
somewhere does not stand there either.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, override

from kring.support.dossier import words
from kring.support.intake.codelists import DOMAIN_ICONS
from kring.support.plan import fitting, rules, shown
from kring.support.plan.content import AGREED, LEVELS, Action, ClientSheet, DomainRow, HowFar, Owner, Piece, Place
from kring.support.plan.fitting import Fit
from kring.support.plan.opening import KeptAction, KeptRow, OpenPlan
from kring.support.plan.sheets import ACTIONS, HARD, WANT, piece, sheet_of
from kring.support.plan.words import PLACES
from kring.team.names import Names, first_name, initials

RIGHT_TO_LEFT = ("ar", "fa", "ps", "ur", "he", "ckb")


@dataclass(frozen=True, slots=True)
class GoalShown:
    """One heading of how far I am. road: the five steps, each "d" (got there), "g" (agreed), both or nothing."""

    of: str
    heading: str
    icon: str
    sentence: str
    road: list[str]
    closed: bool


@dataclass(frozen=True, slots=True)
class DoShown:
    """One line of who does what."""

    initials: str
    face: str
    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One heading in the table of what stands where."""

    of: str
    heading: str
    places: list[tuple[str, str | Promise, bool]]
    closed: bool


@dataclass(frozen=True, slots=True)
class SheetShown:
    """The page. folded: the sensitive headings. fit: how it fits one sheet of paper."""

    name: str
    language: str
    direction: str
    looked: str
    want: list[str]
    goals: list[GoalShown]
    folded: list[GoalShown]
    does: list[DoShown]
    hard: str
    fit: Fit


def of(plan: OpenPlan, names: Names, label: str, today: date, place: Place | None = None) -> SheetShown:
    """The client's version in its own language; `place`: only what may stand there."""
    sheet = sheet_of(plan)
    with override(spoken(sheet.language)):
        return _of(plan, sheet, names, label, today, place)


def spoken(language: str) -> str:
    """The language of our own sentences: the client's when we speak it, else Dutch."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def choices(plan: OpenPlan) -> list[Choice]:
    """What there is to choose, in the order of the page."""
    sheet = sheet_of(plan)
    fixed = [(WANT, gettext("What I want")), (ACTIONS, gettext("Who does what")), (HARD, gettext("When it is hard"))]
    rows = [(row, piece(sheet, row.record.id, domain=row.content.domain)) for row in _rows(plan)]
    listed = [_choice(piece(sheet, WANT), fixed[0][1])]
    listed += [_choice(one, _heading(one, row)) for row, one in rows if _says(row, one)]
    return [*listed, *(_choice(piece(sheet, of), heading) for of, heading in fixed[1:])]


def _says(row: KeptRow, one: Piece) -> bool:
    """Whether a row has anything that could stand somewhere."""
    return bool(row.content.has_goal or row.content.wish or one.sentence)


def _choice(one: Piece, heading: str) -> Choice:
    return Choice(one.of, heading, [(str(at), PLACES[at], at in one.places) for at in Place], one.closed)


def _of(plan: OpenPlan, sheet: ClientSheet, names: Names, label: str, today: date, place: Place | None) -> SheetShown:
    rows = [(row, piece(sheet, row.record.id, domain=row.content.domain)) for row in _rows(plan)]
    here = [(row, one) for row, one in rows if _stands(one, place)]
    goals = [_goal(row, one) for row, one in here if row.content.has_goal or one.sentence]
    there = {row.record.id for row, _ in here}
    elsewhere = {row.record.id for row, _ in rows} - there
    does = [_does(one, sheet, names, label, today) for one in plan.actions if one.content.row not in elsewhere]
    want = _want(sheet, [row for row, one in here if place is not None or not one.closed])
    name = sheet.name or label.split(maxsplit=1)[0]
    made = SheetShown(
        name,
        sheet.language,
        "rtl" if sheet.language in RIGHT_TO_LEFT else "ltr",
        _looked(plan),
        want if _stands(piece(sheet, WANT), place) else [],
        [one for one in goals if place is not None or not one.closed],
        [one for one in goals if place is None and one.closed],
        does if _stands(piece(sheet, ACTIONS), place) else [],
        _hard(plan, sheet, names) if _stands(piece(sheet, HARD), place) else "",
        Fit(),
    )
    return _fitted(made)


def _fitted(made: SheetShown) -> SheetShown:
    headings = [
        (gettext("What I want"), [fitting.voice(text) for text in made.want]),
        (gettext("How far I am"), fitting.pairs([one.sentence for one in made.goals])),
        (gettext("Who does what"), [fitting.line(one.what, one.when) for one in made.does]),
        (gettext("When it is hard"), [fitting.text(made.hard)] if made.hard else []),
    ]
    return replace(made, fit=fitting.fit([(heading, blocks) for heading, blocks in headings if blocks]))


def _rows(plan: OpenPlan) -> list[KeptRow]:
    return [row for row in plan.rows if not row.content.aside]


def _stands(one: Piece, place: Place | None) -> bool:
    return place is None or place in one.places


def _heading(one: Piece, row: KeptRow) -> str:
    return one.heading or str(shown.domain(row.content.domain))


def _want(sheet: ClientSheet, rows: list[KeptRow]) -> list[str]:
    if sheet.want:
        return [sheet.want]
    return [row.content.wish for row in rows if row.content.wish]


def _goal(row: KeptRow, one: Piece) -> GoalShown:
    content = row.content
    icon = DOMAIN_ICONS.get(content.domain, "flag")
    return GoalShown(one.of, _heading(one, row), icon, one.sentence or _told(content), _road(content), one.closed)


def _told(row: DomainRow) -> str:
    """How far it is in the words of the steps."""
    if row.level is None:
        return row.now
    now, agreed = row.steps[rules.index(row.level)], row.steps[rules.index(AGREED)]
    if row.level >= AGREED:
        return gettext("Now: %(now)s. It worked!") % {"now": now}
    return gettext("Now: %(now)s. Agreed: %(agreed)s.") % {"now": now, "agreed": agreed}


def _road(row: DomainRow) -> list[str]:
    level = row.level
    if level is None:
        return []
    return [" ".join(filter(None, ["d" if at <= level else "", "g" if at == AGREED else ""])) for at in LEVELS]


def _does(kept: KeptAction, sheet: ClientSheet, names: Names, label: str, today: date) -> DoShown:
    one = kept.content
    who = _who(one, names, sheet.name or label.split(maxsplit=1)[0])
    said = piece(sheet, kept.record.id).sentence
    what = said or (one.what if one.owner is Owner.CLIENT else f"{who}: {one.what}")
    face = "sq river" if one.owner is Owner.ORGANISATION else "sun" if one.owner is Owner.CLIENT else ""
    return DoShown(initials(who), face, what, _when(one, today))


def _who(one: Action, names: Names, me: str) -> str:
    match one.owner:
        case Owner.COLLEAGUE:
            return first_name(names, one.person)
        case Owner.ORGANISATION:
            return one.organisation
        case Owner.CLIENT:
            return me
        case Owner.NETWORK:
            return one.name


def _when(one: Action, today: date) -> str:
    if one.how_far is HowFar.DONE:
        return gettext("Done!")
    if one.due_on is None:
        return ""
    if one.due_on < today:
        return words.by_when(one.due_on, today).capitalize()
    return gettext("By %(day)s") % {"day": words.day(one.due_on)}


def _hard(plan: OpenPlan, sheet: ClientSheet, names: Names) -> str:
    holder = first_name(names, plan.dossier.holder)
    return sheet.hard or gettext("Then I send %(who)s a message.") % {"who": holder}


def _looked(plan: OpenPlan) -> str:
    days = [move.on for row in plan.rows for move in row.content.moves]
    days += [agreed.on for agreed in plan.agreements]
    return gettext("Last looked at together on %(day)s") % {"day": words.day(max(days))} if days else ""
