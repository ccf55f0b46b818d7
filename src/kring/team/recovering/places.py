"""The three places of the trustees: who sits there, who may come in, asking for a change, and what ends with it.

Nobody alone: whoever asks changes nothing; two trustees with the newcomer at the table split the key anew, a day later.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from kring.team import apart, founding, queries
from kring.team.clock import today
from kring.team.enrolment.rules import NotAllowed
from kring.team.models import Appointment, Colleague, Function, Group
from kring.team.recovering.told import privacy_officers, tell
from kring.vault import recovery, splitting
from kring.vault.acts import Act, acting
from kring.vault.models import Principal, RecoveryRequest

NOBODY = "-"
"""An empty place, on the form."""
NEEDED = 2
"""So many trustees can still act."""
LETTER = "trustees"
NO_TRUSTEE = _("This colleague cannot be a trustee: that is somebody in no circle, and no administrator.")


@dataclass(frozen=True, slots=True)
class Place:
    """One of three. lost: he has another key now, or was shut out, so this place helps nobody."""

    person: str
    name: str
    lost: bool = False

    @property
    def empty(self) -> bool:
        """Whether nobody sits here."""
        return self.person == NOBODY


def places() -> list[Place]:
    """The three places: who holds a share by name, who lost his, and the empty ones."""
    split = splitting.present(queries.recovery() or "")
    names = queries.colleagues([*split.holding, *split.lost])
    found = [Place(who, names[who].name) for who in split.holding if who in names]
    found.sort(key=lambda one: one.name)
    found += sorted((Place(who, names[who].name, lost=True) for who in split.lost if who in names), key=_name)
    return found + [Place(NOBODY, "")] * (splitting.TRUSTEES - len(found))


def candidates(there: Iterable[Place]) -> list[Colleague]:
    """Who may take a place: here, in no circle, no administrator or sanctioning officer, without a share that opens."""
    here = set(Principal.objects.filter(state=Principal.State.ACTIVE).values_list("id", flat=True))
    never = {Function.ADMINISTRATOR, *apart.ALONE}
    barred = {row.colleague.principal for row in queries.appointments(today()) if row.function in never}
    circles = [one.id for one in queries.open_groups() if one.kind == Group.Kind.CIRCLE]
    in_circle = {who.principal for who, _group in queries.belonging(circles)}
    away = {one.person for one in there if not one.lost} | barred | in_circle
    return [one for one in queries.everybody() if one.principal in here and one.principal not in away]


def fit(there: Iterable[Place]) -> set[str]:
    """Who may be one of the three now: whose share opens, and the candidates."""
    there = list(there)
    return {one.person for one in there if not one.lost and not one.empty} | {
        one.principal for one in candidates(there)
    }


def check_newcomer(row: RecoveryRequest) -> None:
    """Raise `NotAllowed` when who comes in went into a circle or to administering since it was asked."""
    if row.trustees and row.receiver not in fit(places()):
        raise NotAllowed(NO_TRUSTEE)


def under_way() -> RecoveryRequest | None:
    """The change that was asked and is not finished."""
    row = RecoveryRequest.objects.filter(finished_at=None).exclude(trustees="").first()
    return row and row.verified()


def of_newcomer(person: str) -> RecoveryRequest | None:
    """The change that gives this person a place, or None."""
    row = under_way()
    return row if row is not None and row.receiver == person else None


def ask(by: str, *, leaves: str, comes: str) -> None:
    """Ask that somebody else sits in a place from now on. All trustees, the newcomer and the DPO are told."""
    key, there = queries.recovery(), places()
    holding = [one.person for one in there if not one.lost and not one.empty]
    if key is None or len(holding) < NEEDED:
        raise NotAllowed(_("Two trustees are needed for this, and there are no two."))
    if leaves not in {one.person for one in there}:
        raise NotAllowed(_("This is none of the three places."))
    if leaves in holding and len(holding) < splitting.TRUSTEES:
        raise NotAllowed(_("First the empty place is taken."))
    newcomer = next((one for one in candidates(there) if one.principal == comes), None)
    if newcomer is None:
        raise NotAllowed(NO_TRUSTEE)
    if under_way() is not None:
        raise NotAllowed(_("One change at a time: another one was asked already."))
    stay, were = [who for who in holding if who != leaves], [one.person for one in there if not one.empty]
    with acting("recovery.ask_places", by=by, on=[comes, *were]) as act:
        recovery.ask_places(act, recovery=key, newcomer=comes, trustees=[*stay, comes])
        tell(act, [*queries.colleagues(were).values(), newcomer, *privacy_officers()], LETTER)


def changed(act: Act, row: RecoveryRequest, before: Iterable[str]) -> None:
    """What a change of places ends and begins: who is appointed as a trustee; everybody concerned is told."""
    people = appoint(act, set(row.trustees.split()), set(before))
    tell(act, [*people.values(), *privacy_officers()], LETTER)


def appoint(act: Act, named: set[str], before: set[str]) -> dict[str, Colleague]:
    """Who is a trustee by function from today on; who they all are."""
    people = queries.colleagues(named | before)
    for who in before - named:
        for post in Appointment.objects.filter(colleague=people[who], function=Function.TRUSTEE, until_on=None):
            act.change(post, until_on=today())
    held = set(Appointment.objects.filter(function=Function.TRUSTEE, until_on=None).values_list("colleague", flat=True))
    for who in named - before:
        if who in people and people[who].id not in held:
            founding.appoint(act, people[who], Function.TRUSTEE, from_on=today())
    return people


def _name(place: Place) -> str:
    return place.name
