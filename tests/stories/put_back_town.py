"""A day in the town around a back-up, in processes of its own: what lies there before it, what happens after it.

`founded` and `went_on` do their part of the day and keep the people in a folder; `looked_at` prints as JSON what opens
for whom. Each is run by itself by test_put_back.py, with Django set up.
"""

import json
import pickle
from dataclasses import dataclass, field
from pathlib import Path

from django.urls import reverse

from kring.support.clarification import actions, answers, decision
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.decision import Role
from kring.support.clarification.testing import a_referral, brought_to, opened_by, proposal
from kring.support.dossier.actions import change_summary
from kring.support.dossier.content import Mode, SummaryContent
from kring.support.dossier.models import Summary
from kring.support.intake.models import Referral
from kring.support.testing import a_dossier
from kring.team.testing import Persona, Town, found_town
from kring.vault import gate, sessions, sharing, slots
from kring.vault.acts import acting
from kring.vault.models import Lock, Principal, SessionKey, Slot
from kring.vault.refusals import Refused

Lane, Outcome = Referral.Lane, Referral.Outcome
YES = ReferrerAnswer(Answer.YES, way="word")


@dataclass
class Day:
    """The people, and the ids of what they wrote by the name it has in this story."""

    people: dict[str, Persona]
    groups: dict[str, str]
    dossiers: dict[str, str] = field(default_factory=dict)
    referrals: dict[str, str] = field(default_factory=dict)
    cookie: str = ""

    @property
    def town(self) -> Town:
        return Town(self.people, self.groups)


def founded(folder: Path) -> None:
    """What lies there when the back-up is made: five referrals on their way, three dossiers, somebody signed in."""
    town = found_town()
    day = Day(town.people, town.groups)
    for name in ("erased", "shared", "kept"):
        day.dossiers[name] = a_dossier(town, label=f"Robin {name}").dossier.id
    day.referrals["unopened, then erased"] = a_referral()
    day.referrals["filed, then erased"] = brought_to(town, Lane.DECIDING)
    day.referrals["kept"] = brought_to(town, Lane.TALK_PLANNED)
    day.referrals["became a dossier"] = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE)
    day.referrals["became a dossier, then erased"] = brought_to(town, Lane.WAITING, outcome=Outcome.ROLE)
    day.cookie = sessions.start(town.noor.enrolled.opened)
    keep(folder, day)


def went_on(folder: Path) -> None:
    """The same day, after the back-up: things destroyed, keys taken, ways in removed, and more written."""
    day = kept(folder)
    town, noor = day.town, day.town.noor
    for name in ("unopened, then erased", "filed, then erased"):
        enough(town, day.referrals[name])
    for name in ("became a dossier", "became a dossier, then erased"):
        day.dossiers[f"of {name}"] = became_dossier(town, day.referrals[name])
    erase_dossier(noor, day.dossiers["erased"])
    erase_dossier(town.fatma, day.dossiers["of became a dossier, then erased"])
    with acting("story.withdraw", by=noor.principal) as act:
        sharing.withdraw(act, bundle=day.dossiers["shared"], parts=["summary"], holder=town.joris.principal)
    with acting("story.slot", by="system") as act:
        slots.remove_slot(act, Slot.objects.get(person=town.lotte.principal))
    with acting("story.leaver", by="system") as act:
        act.change(Principal.objects.get(id=town.tom.principal), state=Principal.State.DISABLED)
    keys = gate.entering(noor.session, act="story.write", of=[day.dossiers["kept"]], parts=["summary"])
    with acting("story.write", by=noor.principal) as act:
        change_summary(act, keys, day.dossiers["kept"], next_step="written after the back-up")
    day.dossiers["opened after"] = a_dossier(town, label="Robin after").dossier.id
    keep(folder, day)


def looked_at(folder: Path) -> None:
    """What opens now, and for whom."""
    day = kept(folder)
    town, noor = day.town, day.town.noor
    found = {
        "dossiers": {name: summary_of(noor, one) for name, one in day.dossiers.items() if not name.startswith("of ")},
        "ids": day.referrals,
        "referrals": {name: concern_of(noor, one) for name, one in day.referrals.items()},
        "of joris": summary_of(town.joris, day.dossiers["shared"]),
        "ways in of lotte": Slot.objects.filter(person=town.lotte.principal).count(),
        "state of tom": Principal.objects.get(id=town.tom.principal).verified().state,
        "sessions": SessionKey.objects.count(),
        "signed in": sessions.resume(day.cookie) is not None,
        "lanes": dict(Referral.objects.values_list("id", "lane")),
        "board": noor.client.get(reverse("clarification:board")).status_code,
    }
    print(json.dumps(found))


def enough(town: Town, referral: str) -> None:
    """The talk was enough: nothing of it is kept."""
    if Referral.objects.get(id=referral).lane == Lane.NEW:
        opened_by(town.noor, referral)
        with acting("story.forget", by=town.noor.principal) as act:
            row = Referral.objects.get(id=referral)
            answers.forget(act, row)
            act.change(row, lane=Lane.DECIDED, filed=False)
        return
    actions.propose(town.noor.session, opened_by(town.noor, referral), proposal(town, Outcome.TALK_ENOUGH))
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), YES)


def became_dossier(town: Town, referral: str) -> str:
    """Fatma takes the role."""
    answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), YES)
    role = Role(town.groups["welfare"], "street_work", town.joris.principal, Mode.HANDS_ON, "Robin")
    return decision.take_role(town.fatma.session, opened_by(town.fatma, referral), role).dossier.id


def erase_dossier(who: Persona, dossier: str) -> None:
    """All keys of a dossier are destroyed."""
    parts = set(Lock.objects.filter(bundle=dossier).values_list("part", flat=True))
    with acting("story.erase", by=who.principal) as act:
        sharing.shred(act, bundle=dossier, parts=parts)


def summary_of(who: Persona, dossier: str) -> str:
    """The label and next step as this colleague reads them, or nothing."""
    try:
        keys = gate.entering(who.session, act="story.look", of=[dossier], parts=["summary"])
        content = keys.open(Summary.objects.get(dossier=dossier), SummaryContent)
    except (Refused, Summary.DoesNotExist):
        return ""
    return f"{content.label} {content.next_step}".strip()


def concern_of(who: Persona, referral: str) -> str:
    """The concern as this colleague reads it, or nothing."""
    try:
        return opened_by(who, referral).content.concern
    except Refused:
        return ""


def keep(folder: Path, day: Day) -> None:
    """For the next process."""
    (folder / "day").write_bytes(pickle.dumps(day))


def kept(folder: Path) -> Day:
    """From the process before."""
    day: Day = pickle.loads((folder / "day").read_bytes())  # noqa: S301  written by ourselves a moment ago
    return day
