"""The one form of telling something outside, for every ground, with the conditions of each beside it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kring.support.consultation.forms import SharingForm
from kring.support.dossier.agreements.content import AgreedToShare
from kring.support.dossier.agreements.rules import SHUT, Standing, standing
from kring.support.dossier.agreements.rules import check as check_agreed
from kring.support.dossier.disclosing import rules
from kring.support.dossier.disclosing.content import WORD, Disclosed
from kring.support.dossier.disclosing.grounds import BASIS, CHECKLIST, Ground, Recipient, offered
from kring.support.dossier.disclosing.rules import BOUND, MayNotShare
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.team.law import reference

SMALL: dict[str, Promise] = {
    Ground.JOINT: _("inside the circle"),
    Ground.SHARED: _("the same aim, also bound to silence"),
    Ground.AGREEMENT: _("free, precise, knowing"),
    Ground.CASE_LAW: _("an act or decree organises it"),
    Ground.CASE_PERMISSION: _("with reasons and a document"),
    Ground.REPORT: _("to the prosecutor alone; a right, never a duty"),
    Ground.ASSISTANCE: _("helping is something else than reporting"),
    Ground.NECESSITY: _("a higher interest, no other way"),
    Ground.TESTIMONY: _("you may speak, you may also keep silent"),
    Ground.LEGAL_DUTY: _("a law obliges you, and you can name it"),
    Ground.DEFENCE: _("only what your own defence needs"),
    Ground.LOCAL_CELL: _("only what you say yourself; nobody can oblige you"),
}
"""A few words beside a ground."""
KINDS = [("", _("choose")), *Recipient.choices]
KNOWS = [("yes", _("Yes, we talked about it")), ("no", _("No, and I say why"))]


class DisclosureForm(SharingForm):
    """To whom, what, why it may be, what was weighed. `decline` among what was sent: it is not told."""

    step = "disclose"
    grounds_offered: ClassVar[Collection[Ground]] = tuple(Ground)

    needed = (
        "recipient",
        "kind",
        "ground",
        "informed",
        "danger",
        "alone",
        "protocol",
        "on",
        *(f"weighed_{one}" for one in Ground),
    )

    recipient = text_field(_("To whom? A person, never an organisation as such"), most=120, required=False)
    organisation = text_field(_("Function or organisation"), most=120, required=False)
    kind = forms.ChoiceField(label=_("What sort of person"), choices=KINDS, required=False)
    ground = forms.ChoiceField(label=_("Why may this be told?"), required=False, widget=forms.RadioSelect)
    danger = text_field(_("Which danger is there, how serious, and for whom?"), rows=True, most=1500, required=False)
    alone = text_field(
        _("Why can you not protect, alone or with the help of others?"), rows=True, most=1500, required=False
    )
    lines = forms.MultipleChoiceField(label=_("Which lines?"), widget=forms.CheckboxSelectMultiple, required=False)
    typed = text_field(_("In your own words, one thing on each row"), rows=True, most=3000, required=False)
    informed = forms.ChoiceField(
        label=_("Does the client know?"), choices=KNOWS, widget=forms.RadioSelect, required=False
    )
    why_not = text_field(_("If not: why not?"), most=300, required=False)
    on = day_field(label=_("Told on"), required=False)
    words = text_field(_("Why you would rather not, if you like"), rows=True, most=1000, required=False)

    def __init__(
        self,
        lines: Sequence[str],
        given: Any = None,
        *,
        agreed: Sequence[AgreedToShare] | None = None,
        in_haste: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(given, **{"on": today(), **options})
        left_out = {Ground.LOCAL_CELL} if in_haste else set()
        self.agreed = agreed
        self.offered = [one for one in offered() if one in self.grounds_offered and one not in left_out]
        self.fields["ground"].choices = [(one.value, one.label) for one in self.offered]  # type: ignore[attr-defined]
        self.offer_protocols(self.day)
        self.fields["lines"].choices = [(line, line) for line in lines]  # type: ignore[attr-defined]
        for ground in self.offered:
            self.fields[_weighed(ground)] = forms.MultipleChoiceField(
                label=_("What did you weigh?"),
                choices=CHECKLIST[ground],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    @property
    def declines(self) -> bool:
        """Whether it is not told."""
        return "decline" in self.data

    def clean(self) -> dict[str, Any]:
        """What is not told needs nothing; what is told needs all of it (SEC-04)."""
        given = super().clean() or self.cleaned_data
        if given.get("on") is None:
            given["on"] = today()
        if self.declines:
            return given
        for name, said in (
            ("recipient", gettext("Say who hears it.")),
            ("kind", gettext("Choose what sort of person hears it.")),
            ("informed", gettext("Say whether the client knows.")),
        ):
            if name not in self.errors and not given.get(name):
                self.add_error(name, said)
        if given["on"] > today():
            self.add_error("on", gettext("This day is still to come."))
        if not {"ground", "lines", "typed"} & self.errors.keys():
            self._weigh()
        return given

    def _weigh(self) -> None:
        told = self.told("")
        try:
            rules.check(
                kind=told.kind,
                secrecy=self.secrecy,
                ground=told.ground,
                checklist=told.checklist,
                items=told.items,
                why_not="" if self.cleaned_data.get("informed") == "no" and not told.why_not else "said",
                danger=told.danger,
                alone=told.alone,
                protocol=told.protocol,
                agreement=self._agreement(told),
            )
        except MayNotShare as reason:
            self.refuse(reason)

    def _agreement(self, told: Disclosed) -> str:
        """Something when the client agreed to this telling; which one, the act says. Raises `MayNotShare`."""
        if told.ground != Ground.AGREEMENT:
            return ""
        if self.agreed is None:
            raise MayNotShare(SHUT, "ground")
        check_agreed(standing(self.agreed, told.recipient, told.on), self.fresh)
        return "agreed"

    def refuse(self, reason: Any) -> None:
        """The conditions are those of the chosen ground."""
        ground = self.cleaned_data.get("ground") or ""
        field = _weighed(ground) if reason.field == "checklist" else reason.field
        self.add_error(field if field in self.fields else None, str(reason.sentence))

    @property
    def secrecy(self) -> str:
        """Of who hears it: as the author weighed it."""
        return BOUND if "bound" in self._checklist() else "none"

    def told(self, by: str) -> Disclosed:
        """What is recorded."""
        given = self.cleaned_data
        informed = given.get("informed") == "yes"
        report = given.get("ground") == Ground.REPORT
        return Disclosed(
            items=self._items(),
            recipient=given.get("recipient", ""),
            kind=given.get("kind", ""),
            ground=given.get("ground", ""),
            checklist=self._checklist(),
            informed=informed,
            why_not="" if informed else given.get("why_not", ""),
            way=WORD,
            on=given.get("on") or today(),
            by=by,
            organisation=given.get("organisation", ""),
            words=given.get("words", "") if self.declines else "",
            danger=given.get("danger", "") if report else "",
            alone=given.get("alone", "") if report else "",
            protocol=given.get("protocol", "") if given.get("ground") == Ground.SHARED else "",
        )

    def _items(self) -> tuple[str, ...]:
        given = self.cleaned_data
        typed = [line.strip() for line in given.get("typed", "").splitlines()]
        return tuple(dict.fromkeys(filter(None, [*given.get("lines", ()), *typed])))

    def _checklist(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data.get(_weighed(self.cleaned_data.get("ground") or ""), ()))

    @property
    def grounds(self) -> list[dict[str, Any]]:
        """Every ground with what stands below it: its conditions, and what the law says of it on the day (SEC-14)."""
        chosen, day, language = self["ground"].value(), self.day, get_language() or ""
        return [
            {
                "value": one.value,
                "label": one.label,
                "small": SMALL[one],
                "law": reference(BASIS[one], day, language),
                "chosen": one.value == chosen,
                "weighed": self[_weighed(one)],
                "asks": [self["danger"], self["alone"]] if one == Ground.REPORT else [],
                "agreed": self._stands() if one == Ground.AGREEMENT else None,
                "protocol": self["protocol"] if one == Ground.SHARED else None,
            }
            for one in self.offered
        ]

    def _stands(self) -> dict[str, Any]:
        """What runs now, who may not be told any more, and what is asked of an agreement for this once."""
        agreed, day = self.agreed or (), self.day
        partners = {one.partner: standing(agreed, one.partner, day) for one in agreed}
        return {
            "running": [one for one in agreed if one.holds(day) and not one.once],
            "withdrawn": [name for name, stands in partners.items() if stands == Standing.WITHDRAWN],
            "shut": self.agreed is None,
            "asks": [self["agreed_for"], self["agreed_way"]],
        }

    @property
    def day(self) -> date:
        """The day of the telling as far as it was filled in; today while it is no day."""
        try:
            found: date | None = self.fields["on"].to_python(self["on"].value())
        except forms.ValidationError:
            found = None
        return found or today()


def _weighed(ground: str) -> str:
    """The name of the field with the conditions of a ground."""
    return f"weighed_{ground}"
