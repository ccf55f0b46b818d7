"""What was typed so far, carried from step to step in the page itself: nothing is kept on the server in between.

Also how it becomes a referral. A hidden random key names the submission; sent twice unchanged it is one referral with
one code, changed and sent again it is another, so no word is lost.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language, gettext

from kring.support import hints, register_numbers
from kring.support.hints import Hint
from kring.support.intake.codelists import ReferrerKind, Urgency
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.intake.fitting import CALL, fitted, not_asked
from kring.support.intake.forms import ALL, ReachForm, StoryForm, TalkForm, WhoForm
from kring.support.intake.moments import queries as moments
from kring.vault import codec
from kring.vault.primitives import digest, new_id

YOU, STORY, TALK = 1, 2, 3
Forms = tuple[type[forms.Form], ...]
ON_THE_WAY: dict[int, Forms] = {YOU: (WhoForm, ReachForm), STORY: (StoryForm,), TALK: (TalkForm,)}
"""What each step asks."""
AT_THE_END: dict[int, Forms] = {YOU: (WhoForm,), STORY: (StoryForm,), TALK: (ReachForm, TalkForm)}
"""The same when it is sent: who left no way to be reached may still do so in the last step."""
TEXTS = ("name", "organisation", "concern", "tried", "wishes")
ABOUT = ("concern", "tried", "wishes")
SUBMISSION, HONEYPOT = "submission", "website"
_ID_LENGTH = 22


class Carried:
    """The fields of all steps as they came with one request. `typed` is never shown in a log or an address."""

    def __init__(self, typed: QueryDict) -> None:
        self.typed = typed
        self._checked: dict[type[forms.Form], forms.Form] = {}

    @cached_property
    def key(self) -> str:
        """The random name of this submission."""
        given: str = self.typed.get(SUBMISSION, "")
        fits = len(given) == _ID_LENGTH and all(sign.isalnum() or sign in "-_" for sign in given)
        return given if fits and given.isascii() else new_id()

    @property
    def kind(self) -> str:
        """Who refers; "" while nothing was chosen."""
        return str(self.typed.get("kind", ""))

    def checked(self, form: type[forms.Form]) -> forms.Form:
        """A form with what was typed, errors beside it."""
        if form not in self._checked:
            self._checked[form] = self._fitted(form(self.typed, auto_id="id_%s"))
        return self._checked[form]

    def unchecked(self, form: type[forms.Form]) -> forms.Form:
        """The same form before it was sent: what was typed, no errors."""
        initial = {name: value for name, values in self.typed.lists() if (value := _value(form, name, values))}
        return self._fitted(form(initial=initial, auto_id="id_%s"))

    def wrong_step(self, *, before: int = TALK + 1) -> int | None:
        """The first step before this one that is not right yet; of all of them when it is sent."""
        asked = ON_THE_WAY if before <= TALK else AT_THE_END
        for step in range(YOU, before):
            if not all(self.checked(form).is_valid() for form in asked[step]):
                return step
        return None

    def hidden(self, *visible: type[forms.Form]) -> Iterator[tuple[str, str]]:
        """Name and value of everything typed that the page does not show."""
        for form in ALL:
            if form not in visible:
                for name in form.base_fields:
                    yield from ((name, value) for value in self.typed.getlist(name))

    @cached_property
    def holds_register_number(self) -> bool:
        """Whether a register number stands in a text (NRN-01): said, never a reason to stop."""
        return any(register_numbers.holds_one(self.typed.get(name, "")[: hints.LONGEST]) for name in TEXTS)

    @cached_property
    def hints(self) -> set[Hint]:
        """What the words about the person hold that they need not."""
        return hints.seen_in(self.typed.get(name, "") for name in ABOUT)

    @property
    def smaller_hints(self) -> set[Hint]:
        """Those beside a register number, which has its own note and button."""
        return self.hints - {Hint.NUMBER}

    def without_register_numbers(self) -> Self:
        """The same, with every register number taken away."""
        typed = self.typed.copy()
        for name in TEXTS:
            if name in typed:
                typed[name] = register_numbers.without(str(typed[name]))
        return type(self)(typed)

    def without(self, name: str) -> Self:
        """The same, with one answer forgotten: it no longer fits."""
        typed = self.typed.copy()
        typed.pop(name, None)
        return type(self)(typed)

    def answers(self, *asked: type[forms.Form]) -> dict[str, Any]:
        """Every right answer to these forms by name, to all of them by default."""
        found: dict[str, Any] = {}
        for form in asked or ALL:
            self.checked(form).is_valid()
            found |= self.checked(form).cleaned_data
        return found | {name: "" for name in not_asked(self.kind) if name in found}

    @cached_property
    def offered(self) -> list[datetime]:
        """The moments one may ask for now."""
        return moments.offered()

    def _fitted(self, form: forms.Form) -> forms.Form:
        return fitted(form, self.kind, lambda: self.offered)

    def sent(self) -> "Sent":
        """What is sent, once no step is wrong."""
        return Sent(self.answers(), self.key)


class TakenDown(Carried):
    """The same where a colleague writes it down, who may have seen it himself."""

    def _fitted(self, form: forms.Form) -> forms.Form:
        if isinstance(form, WhoForm):
            kind: Any = form.fields["kind"]
            kind.choices = [*kind.choices, (ReferrerKind.COLLEAGUE.value, gettext("I saw it myself"))]
        return super()._fitted(form)


class Sent:
    """A complete submission: its content and the clear words for the board."""

    def __init__(self, answers: dict[str, Any], key: str) -> None:
        self.kind = ReferrerKind(answers["kind"])
        self.urgency = Urgency(answers["urgency"])
        self.content = ReferralContent(
            referrer=Referrer(
                answers["name"], answers["organisation"], answers["email"], answers["phone"], get_language() or "nl"
            ),
            concern=answers["concern"],
            tried=answers["tried"],
            age_band=answers["age_band"],
            domains=tuple(answers["domains"]),
            informed=answers.get("informed", ""),
            wishes=answers["wishes"],
            protect_source=bool(answers.get("protect_source")),
        )
        asked = answers.get("moment", "")
        self.moment = datetime.fromisoformat(asked) if asked not in ("", CALL) else None
        told = codec.pack(self.content) + f"{self.kind} {self.urgency} {asked}".encode()
        self.submission = f"{key} {digest(told).hex()}"


def _value(form: type[forms.Form], name: str, values: list[str]) -> str | list[str]:
    several = isinstance(form.base_fields.get(name), forms.MultipleChoiceField)
    return values if several else values[-1] if values else ""
