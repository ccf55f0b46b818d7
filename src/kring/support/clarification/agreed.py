"""What a referrer reads behind a link: an invitation or what both agreed. Pure: an extract in, plain words out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.clarification import words
from kring.support.clarification.content import Answer, Shown
from kring.support.clarification.models import ReferrerLink
from kring.support.intake.callwords import call_word
from kring.support.intake.models import Referral

Outcome, Kind = Referral.Outcome, ReferrerLink.Kind
Choice = tuple[str, Promise, Promise | str]

SENTENCES: Mapping[str, Promise] = {
    Outcome.TALK_ENOUGH: _("The talk was enough."),
    Outcome.ROLE: _("We take a role."),
    Outcome.BETTER_PLACED: _("Somebody else is better placed."),
    Outcome.NO_ROLE: _("We take no role."),
    Outcome.LATER: _("We take it up again later."),
}
DOSSIER: Mapping[str, Promise] = {
    Outcome.TALK_ENOUGH: _("there will be none"),
    Outcome.ROLE: _("begins when a colleague says yes"),
    Outcome.BETTER_PLACED: _("there will be none with us"),
    Outcome.NO_ROLE: _("there will be none"),
    Outcome.LATER: _("not now"),
}
KEPT: Mapping[str, Promise] = {
    Outcome.TALK_ENOUGH: _("that this talk helped, without names"),
    Outcome.ROLE: _("what you told us, locked in the dossier"),
    Outcome.BETTER_PLACED: _("your referral, locked, for six months"),
    Outcome.NO_ROLE: _("your referral, locked, for six months"),
    Outcome.LATER: _("your referral, locked, until then"),
}
ANSWERS: Mapping[str, tuple[Choice, ...]] = {
    Kind.INVITATION: (
        (Answer.YES, _("Yes, that suits me"), ""),
        (Answer.ALMOST, _("Almost, another moment"), _("name one below, or we call you")),
        (Answer.NO, _("No, rather no talk"), _("then we look what else can be done")),
    ),
    Kind.PROPOSAL: (
        (Answer.YES, _("Yes, this is right"), ""),
        (Answer.ALMOST, _("Almost, something must change"), _("we call you")),
        (Answer.NO, _("No, I see it otherwise"), _("then we decide nothing yet")),
    ),
}
THANKS: Mapping[str, Promise] = {
    Answer.YES: _("Thank you. We know that it is right for you."),
    Answer.ALMOST: _("Thank you. We call you, and nothing is decided yet."),
    Answer.NO: _("Thank you for saying so. Nothing is decided."),
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """The words of the page behind a link."""

    talked: str
    code: str
    heading: str
    lede: str
    small: str
    sentence: str
    facts: list[tuple[str, str]]
    questions: str = ""


def agreed(shown: Shown, code: str, referral: str) -> Agreed:
    """An invitation or a proposal, as the referrer reads it."""
    if shown.kind == Kind.INVITATION:
        return Agreed(
            talked="",
            code=code,
            heading=gettext("Can you come and talk?"),
            lede=gettext("You told us of a worry. In a talk we look together at what helps."),
            small=gettext("The talk"),
            sentence=_moment(shown),
            facts=[(name, str(said)) for name, said in _about_talk(shown, referral) if said],
            questions=shown.questions,
        )
    return Agreed(
        talked=_talked(shown),
        code=code,
        heading=gettext("Is this right for you?"),
        lede=gettext("Together we wrote down what we decide. It counts only when you confirm it too."),
        small=gettext("What we agreed"),
        sentence=str(SENTENCES[shown.outcome]),
        facts=[(name, str(said)) for name, said in _facts(shown) if said],
    )


def _about_talk(shown: Shown, referral: str) -> Iterable[tuple[str, object]]:
    yield gettext("Where"), shown.place
    yield gettext("Not possible?"), gettext("Choose another moment below.")
    yield gettext("Call-word"), call_word(referral)


def _facts(shown: Shown) -> Iterable[tuple[str, object]]:
    yield gettext("You"), shown.referrer_does
    yield gettext("We"), shown.we_do
    yield gettext("Why"), shown.why
    if shown.again_on:
        yield gettext("Again from"), words.day(shown.again_on)
    yield gettext("Dossier"), DOSSIER[shown.outcome]
    yield gettext("What we keep"), KEPT[shown.outcome]


def _talked(shown: Shown) -> str:
    if shown.talk_at is None:
        return ""
    return gettext("Talk on %(day)s") % {"day": words.day(timezone.localdate(shown.talk_at))}


def _moment(shown: Shown) -> str:
    if shown.talk_at is None:
        return gettext("at a moment that suits you")
    at = timezone.localtime(shown.talk_at)
    return gettext("%(day)s, %(time)s") % {"day": date_format(at, "l j F"), "time": words.clock(at)}
