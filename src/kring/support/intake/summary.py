"""What is sent, in a few lines, shown before sending: kinds of things, never the words themselves."""

from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.support.intake.codelists import AgeBand, LifeDomain, ReferrerKind, Urgency


def lines(answers: dict[str, Any]) -> list[tuple[str, str]]:
    """Label and value of each line, from checked answers."""
    return [
        (_("From"), _joined([ReferrerKind(answers["kind"]).label, *_given(answers)])),
        (_("About whom"), _about(answers)),
        (_("Concern"), _joined([*_domains(answers["domains"]), _length(answers["concern"])])),
        (_("Urgent"), str(Urgency(answers["urgency"]).label)),
        (_("Who reads it"), _("the colleagues of the intake, bound by professional secrecy")),
        (_("How long"), _("your text is erased six months after the decision when we take no role")),
    ]


def _given(answers: dict[str, Any]) -> list[str]:
    known = {
        "name": _("your name"),
        "organisation": _("your organisation"),
        "phone": _("your phone number"),
        "email": _("your e-mail address"),
    }
    return [words for name, words in known.items() if answers.get(name)]


def _about(answers: dict[str, Any]) -> str:
    if answers["kind"] == ReferrerKind.SELF:
        return _("yourself")
    if answers["age_band"]:
        return _("somebody of an age of %(age)s, without a name") % {"age": AgeBand(answers["age_band"]).label}
    return _("somebody, without a name")


def _domains(codes: list[str]) -> list[str]:
    return [str(LifeDomain(code).label) for code in codes]


def _length(text: str) -> str:
    return ngettext("your text (%(n)d sign)", "your text (%(n)d signs)", len(text)) % {"n": len(text)}


def _joined(words: list[Any]) -> str:
    """A list in a sentence: the first word keeps its capital."""
    told = [str(word) for word in words]
    return get_text_list([told[0], *(word[:1].lower() + word[1:] for word in told[1:])], _("and"))
