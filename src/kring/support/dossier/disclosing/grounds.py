"""The grounds on which something may leave the circle, each with what must be weighed, and who may be told.

Source: domain.md 7.5 and 3.1; articles 352 and 353 of the new Criminal Code, article 299 (assistance). Codes never
change; labels may.
"""

from collections.abc import Mapping

from django.conf import settings
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Ground(TextChoices):
    """Why this may be told."""

    JOINT = "joint_secrecy", _("joint professional secrecy (inside the circle)")
    SHARED = "shared_secrecy", _("shared professional secrecy")
    AGREEMENT = "agreement", _("agreement of the client")
    CASE_LAW = "case_consultation_law", _("case consultation, by law or decree")
    CASE_PERMISSION = "case_consultation_permission", _("case consultation, by leave of the prosecutor")
    REPORT = "right_to_report", _("right to report")
    ASSISTANCE = "assistance", _("somebody in great danger")
    NECESSITY = "necessity", _("necessity")
    TESTIMONY = "testimony", _("testimony before a judge")
    LEGAL_DUTY = "legal_duty", _("a duty by law")
    DEFENCE = "own_defence", _("own defence")
    LOCAL_CELL = "local_security_cell", _("local security cell, own decision")


class Recipient(TextChoices):
    """What sort of person hears it: always a named person, never an organisation as such (SEC-01)."""

    NETWORK = "network", _("family or friend")
    SCHOOL = "school", _("school or training")
    CARE = "care", _("care or welfare")
    YOUTH = "youth", _("youth work, sport, neighbourhood")
    WORK = "work", _("work or employer")
    HOUSING = "housing", _("housing")
    SERVICE = "service", _("another service of the town")
    TEAM = "team", _("colleague of the team")
    EMERGENCY = "emergency", _("112: ambulance, fire brigade or police")
    COURT = "court", _("judge or court")
    OTHER = "other", _("somebody else")
    POLICE = "police", _("police")
    PROSECUTION = "prosecution", _("prosecution")
    SANCTIONS = "sanctioning_officer", _("sanctioning officer")
    MAYOR = "mayor", _("mayor")
    ALDERMAN = "alderman", _("alderman")
    COUNCIL = "council", _("member of the council")


NEVER_SHARED = frozenset(
    {
        Recipient.POLICE,
        Recipient.PROSECUTION,
        Recipient.SANCTIONS,
        Recipient.MAYOR,
        Recipient.ALDERMAN,
        Recipient.COUNCIL,
        Recipient.EMERGENCY,
        Recipient.COURT,
    }
)
"""Who can never be told under shared or joint secrecy, whatever their own duties are (SEC-05).

Behind 112 may be police, and a judge has another mission: telling them has grounds of its own.
"""

OWN_HOUSE = frozenset({Recipient.NETWORK, Recipient.TEAM, Recipient.SERVICE})
"""Who is of no other body: family and friends, and who works for the town itself."""

_SAME_TEAM = ("same_team", _("We work for the same client in the same mission, under one lead."))
_BOUND = ("bound", _("This person is bound by professional secrecy too."))
_SAME_AIM = ("same_aim", _("We work for the same aim for this client."))
_TOLD = ("told", _("The client knows what is told, to whom and why."))
_NEEDED = ("needed", _("Only what is needed, nothing that is merely good to know."))
_IN_INTEREST = ("in_interest", _("It is in the client's interest."))
_FREE = ("free", _("The client agreed freely and knows what it is about."))
_WEIGHED = ("weighed", _("I weighed it myself: an agreement alone is no licence."))
_IN_WORDS = ("in_words", _("I can say in words why this had to be."))
_NO_OTHER_WAY = ("no_other_way", _("There was no other way."))
_PROPORTIONATE = ("proportionate", _("What was told is in proportion."))
_DANGER = ("danger", _("Somebody is in great danger."))
_BASIS = ("basis", _("The legal basis lies written down with its document."))
_ON_THE_LIST = ("on_the_list", _("This person stands on the list of who may take part."))

CHECKLIST: Mapping[str, tuple[tuple[str, Promise], ...]] = {
    Ground.JOINT: (_SAME_TEAM, _BOUND, _NEEDED),
    Ground.SHARED: (_BOUND, _SAME_AIM, _TOLD, _NEEDED, _IN_INTEREST),
    Ground.AGREEMENT: (_FREE, _NEEDED, _WEIGHED),
    Ground.CASE_LAW: (_BASIS, _ON_THE_LIST, _NEEDED),
    Ground.CASE_PERMISSION: (_BASIS, _ON_THE_LIST, _NEEDED),
    Ground.REPORT: (_DANGER, _NO_OTHER_WAY, _IN_WORDS),
    Ground.ASSISTANCE: (_DANGER, _NEEDED, _IN_WORDS),
    Ground.NECESSITY: (_DANGER, _NO_OTHER_WAY, _PROPORTIONATE),
    Ground.TESTIMONY: (_NEEDED, _WEIGHED),
    Ground.LEGAL_DUTY: (_BASIS, _NEEDED),
    Ground.DEFENCE: (_NEEDED, _PROPORTIONATE),
    Ground.LOCAL_CELL: (_NEEDED, _WEIGHED, _IN_WORDS),
}
"""What must be true, all of it, before something is told on a ground."""

BASIS: Mapping[str, str] = {
    Ground.JOINT: "secrecy",
    Ground.SHARED: "secrecy",
    Ground.AGREEMENT: "secrecy",
    Ground.CASE_LAW: "case_consultation",
    Ground.CASE_PERMISSION: "case_consultation",
    Ground.REPORT: "right_to_report",
    Ground.ASSISTANCE: "assistance",
    Ground.NECESSITY: "secrecy",
    Ground.TESTIMONY: "secrecy",
    Ground.LEGAL_DUTY: "secrecy",
    Ground.DEFENCE: "secrecy",
    Ground.LOCAL_CELL: "security_cells",
}
"""What the law says of a ground: a subject of `kring.team.law`, resolved on the day of the event (SEC-14)."""


class WhyNow(TextChoices):
    """Why it could not wait for the questions (SEC-04)."""

    LIFE = "life", _("A life was in danger")
    HARM = "harm", _("Somebody was about to be hurt")
    OTHER = "other", _("Something else")


def offered() -> tuple[Ground, ...]:
    """The grounds one may choose; a town may leave out the local security cell (LIV-03)."""
    cell = bool(settings.KRING_LOCAL_SECURITY_CELL)
    return tuple(ground for ground in Ground if cell or ground != Ground.LOCAL_CELL)
