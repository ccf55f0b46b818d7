"""GDPR art. 30(1): each activity of processing with what the law wants said of it, in words for who reads the record.

Counts, categories and terms come from the catalogue of fields and the selection rules that hold (processing.py,
team/retention); who is responsible comes from the facts of the town (team/wording). Here stands what neither can know.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.privacy.desk import processing
from kring.privacy.desk.processing import Register
from kring.support.dossier.disclosing.grounds import Ground, Recipient
from kring.team.retention import DEFAULTS, NoRule, Rule, Series
from kring.team.retention.queries import all_versions
from kring.team.retention.rules import valid
from kring.team.wording import queries as wording
from kring.team.wording.placeholders import EMPTY


@dataclass(frozen=True, slots=True)
class Said:
    """What an activity is for, on which basis, about whom, and who receives something of it. series: by which rules."""

    purpose: Promise
    basis: Promise
    persons: Promise
    recipients: Promise
    series: tuple[Series, ...] = ()


TASK = _("A task of general interest: local social policy (decree of 9 February 2018; GDPR art. 6(1)(e)).")
NOBODY = _("Nobody outside the town.")
SAID: Mapping[str, Said] = {
    "support": Said(
        _("To find people who lost their connection, to coach them, and to bring organisations together around them."),
        _(
            "A task of general interest: local social policy (decree of 9 February 2018; GDPR art. 6(1)(e)); health and"
            " social care under professional secrecy for special categories (GDPR art. 9(2)(h) and 9(3))."
        ),
        _("Clients, minors among them; who lives with them or stands around them; who referred them."),
        _("Each time on a ground, to a named person, with a record in the dossier:"),
        (Series.DOSSIER, Series.REFERRAL, Series.TALLY, Series.OWN_NOTES),
    ),
    "concerns": Said(
        _("To hear early that somebody loses the bond with school, without a name."),
        _("A task of general interest: prevention at the request of a school (GDPR, article 6, paragraph 1, e)."),
        _("School assistants and bridge figures by name; pupils without a name."),
        _("The school assistant reads our answers on a page of its own; nobody else."),
    ),
    "exchange": Said(
        _("To learn from one another across programmes, without a client in it."),
        _("A task of general interest: the quality of local social policy (decree of 9 February 2018)."),
        _("Colleagues; nobody else by name: a case is told without one, and destroyed after the day of the meeting."),
        NOBODY,
    ),
    "pot": Said(
        _("To give small grants to projects of groups and organisations in a quarter, and to account for them."),
        _("A task of general interest, and the law on grants (act of 14 November 1983)."),
        _("Who applies in the name of a group: initiators, with an address and the account of the group. No client."),
        _("The finance department: the account and the amount. The public: project, group, area and amount."),
        (Series.GRANT,),
    ),
    "team": Said(
        _("To know who works here, in which function and bound by which secrecy, and to plan the work together."),
        _("A task of general interest, and the rules on who works for a town (GDPR art. 6(1)(c) and (e))."),
        _("Colleagues, trustees, and who speaks for a service in the directory."),
        NOBODY,
    ),
    "reporting": Said(
        _("To answer council and management with figures in which nobody can be recognised."),
        TASK,
        _("Nobody by name: counts of five or more, frozen."),
        _("The council and the public: the table alone."),
    ),
    "privacy": Said(
        _("To answer what a person asks, to destroy what is over its term, and to account for both."),
        _("A legal obligation: GDPR art. 5(2), 12 to 22, 30, 33 to 35; administrative decree of 7 December 2018."),
        _("Who asks, and colleagues who answer, approve or hand in."),
        _("The person; the supervisor, when it asks; an archive, when the selection rule says to keep."),
    ),
    "vault": Said(
        _("To seal everything, to give a key to who needs it, and to write down who opened what."),
        _("A legal obligation: security and accountability (GDPR art. 5(1)(f), 5(2), 32)."),
        _("Colleagues; who has a link; in ids, whose dossier it was."),
        _("The supervisor or a judge, when the law asks."),
        (Series.ACCESS_LOG,),
    ),
}
"""register -> what is said of it. A register that is installed and has no line here fails a test."""
DATA: Mapping[str, Promise] = {
    "ordinary": _("ordinary data"),
    "third_party": _("data about others"),
    "special": _("special categories (GDPR art. 9): health, origin, belief, sex life, when somebody tells it"),
    "criminal": _("data about offences (GDPR art. 10)"),
    "technical": _("technical data: ids, moments, what is encrypted"),
}
MEASURES: Sequence[Promise] = (
    _("Everything in a dossier is encrypted, each part under a key of its own; an administrator has none."),
    _("Who opens something leaves an entry in a sealed log first; you check it at home."),
    _("Lost keys come back by two of three trustees together, in sight; there is no back door."),
    _("What leaves the circle needs a ground, a named receiver and a record."),
    _("Figures leave through disclosure control alone: no group under five."),
    _("Destroying needs a published rule and two offices; back-ups are gone within thirty days."),
    _("Signing in by passkey or password; a screen that is left locks itself."),
)
"""GDPR art. 30(1)(g), in general; with the tests that show them they stand in the kit for the impact assessment."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity as the page shows it. rules: by which it is kept; without one the catalogue says how long."""

    register: Register
    said: Said
    data: list[Promise]
    rules: list[Rule]

    @property
    def terms(self) -> list[str]:
        """How long, in the words of the catalogue and the language of who reads."""
        return sorted({term for thing in self.register.things for term in thing.how_long})

    @property
    def to(self) -> list[Any]:
        """Sorts of receivers, where they are many."""
        return list(Recipient.labels) if self.register.code == "support" else []


def activities(day: date) -> list[Activity]:
    """Every register that keeps something, the dossiers first."""
    held = {one.code: one for one in processing.record()}
    versions = all_versions()
    return [
        Activity(held[code], said, _data(held[code]), _rules(said.series, versions, day))
        for code, said in SAID.items()
        if code in held
    ]


def responsible() -> dict[str, str]:
    """The facts of the town that the record needs; what was never filled in is a line to write on."""
    facts = wording.facts()
    named = {"town": "town", "team": "team_address", "dpo": "dpo", "supervisor": "supervisor"}
    return {name: facts[fact] or EMPTY for name, fact in named.items()} | {"blank": EMPTY}


def as_json(day: date) -> dict[str, Any]:
    """The record as a file: the same, and every field of the catalogue."""
    return {
        "responsible": responsible(),
        "made_on": day.isoformat(),
        "activities": [_plain(one) for one in activities(day)],
        "grounds": [str(one) for one in Ground.labels],
        "transfers": [],
        "measures": [str(one) for one in MEASURES],
        "fields": list(processing.as_rows()),
    }


def _plain(one: Activity) -> dict[str, Any]:
    said = one.said
    return {
        "name": str(one.register.title),
        "purpose": str(said.purpose),
        "basis": str(said.basis),
        "persons": str(said.persons),
        "data": [str(each) for each in one.data],
        "recipients": [str(said.recipients), *map(str, one.to)],
        "terms": one.terms,
        "rules": [
            {"code": rule.code, "series": str(rule.series.label), "months": rule.months, "published": rule.published}
            for rule in one.rules
        ],
    }


def _data(register: Register) -> list[Promise]:
    kinds = {kind for thing in register.things for kind in thing.kinds}
    return [said for kind, said in DATA.items() if kind in kinds]


def _rules(series: Iterable[Series], versions: Mapping[str, list[Rule]], day: date) -> list[Rule]:
    """The rule of each series that holds; the newest where none does, so that its gap is seen."""
    found = []
    for one in series:
        of = versions[one] or [DEFAULTS[one]]
        try:
            found.append(valid(of, day))
        except NoRule:
            found.append(of[0])
    return found
