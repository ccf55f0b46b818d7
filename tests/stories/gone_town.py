"""A town in which a term runs out: dossiers with a word in every part, closed, backed up, and destroyed years later.

`founded`, `went_on` and `looked_at` are each run in a process of its own by test_gone.py. What is looked for: the
words on every page of everybody, what anybody's keys open, and the rows themselves.
"""

import json
import logging
import pickle
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from kring.figures.asked import By, Counting, Field, Not, Plain, UpTo
from kring.privacy.retention import batches, destroying
from kring.privacy.retention.models import Batch, DestructionDeclaration
from kring.privacy.retention.testing import approved, publish
from kring.support.closing.erasing import _locks
from kring.support.closing.testing import closed
from kring.support.contacts.models import AttachmentPiece
from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.figures_source import CLOSED, OPENED
from kring.support.dossier.household import queries as household
from kring.support.dossier.models import Dossier
from kring.support.testing import ON
from kring.team.clock import on_day
from kring.team.drafts import actions as drafts
from kring.team.drafts.content import Draft
from kring.team.drafts.reading import unfinished
from kring.team.retention import Series
from kring.team.testing import Persona, Town, found_town
from kring.team.while_locked.actions import keep_unsent
from kring.team.while_locked.reading import read_back
from kring.vault import gate, release, whole
from kring.vault.acts import acting
from kring.vault.gate import Keys
from kring.vault.keycheck import keycheck
from kring.vault.models import Envelope, Grant, Lock
from kring.vault.primitives import id_of, new_id
from kring.vault.rows import SealedRow, concrete
from kring.vault.sweeping import sweep
from tests.stories.browsing import Inside
from tests.stories.need_to_know_case import case
from tests.stories.need_to_know_contacts import contacts
from tests.stories.need_to_know_steps import (
    planted_dossier,
    planted_kept,
    planted_network,
    planted_onward,
    planted_plan,
    planted_table,
)
from tests.stories.need_to_know_table import WAYS
from tests.stories.need_to_know_told import told
from tests.stories.need_to_know_ways import Thing

ENDED, LATE, LATER = date(2021, 3, 9), date(2024, 6, 3), date(2025, 1, 4)
STAYS = "stays"
BEGUN, SENT = "begun and left", id_of(b"a form sent late")
LOOKING = ("nobody", "noor", "joris", "fatma", "samir", "greet", "hilde", "ann")
NOT_OF_A_DOSSIER = ("street", "passed on")


@dataclass
class Gone:
    """The people, what was planted, and what is to go: locks as (bundle, part, id), rows by table."""

    people: dict[str, Persona]
    groups: dict[str, str]
    things: dict[str, Thing]
    locks: list[tuple[str, str, str]]
    rows: dict[str, list[str]]
    seconds: float = 0.0

    @property
    def town(self) -> Town:
        return Town(self.people, self.groups)


def founded(folder: Path) -> None:
    """Every sort of content in dossiers of Noor, all closed in March 2021; one that is closed three years later."""
    town = found_town()
    with on_day(ON):
        things = {
            "robin": planted_dossier(town, town.noor, town.joris, along=town.fatma),
            STAYS: planted_dossier(town, town.noor, town.joris, along=town.fatma),
            "network": planted_network(town),
            "plan": planted_plan(town),
            "kept": planted_kept(town),
            "table": planted_table(town),
            "onward": planted_onward(town),
            "case": case(town),
            "told": told(town),
            **{name: one for name, one in contacts(town).items() if name not in NOT_OF_A_DOSSIER},
        }
    things["kept"].words.pop("where")
    end(town, ENDED, Dossier.objects.exclude(id=things[STAYS].id))
    goes = list(Dossier.objects.filter(state=Dossier.State.CLOSED))
    end(town, LATE, Dossier.objects.filter(id=things[STAYS].id))
    rows = whole.hanging([*goes, *(link for row in goes for link in household.of(row.id))])
    tables: dict[str, list[str]] = {}
    for one in rows:
        tables.setdefault(one._meta.db_table, []).append(one.id)
    locks = [(lock.bundle, lock.part, lock.id) for lock in _locks(rows) if lock.state == Lock.State.OPEN]
    begin_and_leave(town, things)
    keep(folder, Gone(town.people, town.groups, things, locks, tables))


def begin_and_leave(town: Town, things: dict[str, Thing]) -> None:
    """Forms that Noor and Joris typed about a dossier and did not send: known by it, by its address, by a choice."""
    robin, stays, noor = things["robin"].id, things[STAYS].id, town.noor.principal
    plan = reverse("plan:plan", args=[things["plan"].id])
    drafts.keep(noor, Draft("own", robin, "/", "", (("text", BEGUN),)), pen=new_id(), turn=1)
    drafts.keep(noor, Draft("plan-row", "", plan, BEGUN, ()), pen=new_id(), turn=1)
    drafts.keep(noor, Draft("contact", "", "/log", "", (("text", BEGUN), ("dossier", robin))), pen=SENT, turn=1)
    keep_unsent(town.joris.principal, reverse("desk:dossier", args=[robin]), QueryDict(f"text={BEGUN}"))
    drafts.keep(noor, Draft("own", stays, "/", "", (("text", BEGUN),)), pen=new_id(), turn=1)


def end(town: Town, day: date, dossiers: Any) -> None:
    """Close what is open of these."""
    with on_day(day):
        for row in dossiers.filter(state=Dossier.State.OPEN):
            closed(town, OpenedDossier(row, Keys("", {})))


def went_on(folder: Path) -> None:
    """Four years later: a published rule, a batch, two approvals, the destruction."""
    gone = kept(folder)
    town, began = gone.town, monotonic()
    with acting("test.sent", by=town.noor.principal) as act:
        act.remove(list(drafts.letters(town.noor.principal).filter(about=SENT)))
    publish(town)
    with on_day(LATER):
        batch = Batch.objects.get(id=batches.propose(town.hilde.principal, Series.DOSSIER, once="go"))
        approved(town, batch)
        while destroying.go_on():
            pass
    gone.seconds = monotonic() - began
    keep(folder, gone)


def looked_at(folder: Path) -> None:
    """How much of it anybody can still come by, as figures; and whether the house is in order."""
    gone = kept(folder)
    logging.disable()  # thousands of pages: writing a line for each is a fifth of the work
    with on_day(LATER):
        seen = on_pages(gone)
    stays = seen.pop(STAYS)
    opened = held(gone)
    found = {
        "cells": sum(seen.values()),
        "stays": stays,
        "locks": len(gone.locks),
        "opened": len(opened),
        "grants": sum(Grant.objects.filter(lock=lock).count() for _, _, lock in gone.locks),
        "rows": sum(rows_left(gone).values()),
        "pieces": AttachmentPiece.objects.filter(attachment__in=gone.rows["support_attachment"]).count(),
        "planted_rows": sum(map(len, gone.rows.values())),
        "begun": begun(gone),
        "readable": readable({lock for _, _, lock in opened}),
        "counted": counted(gone.town),
        "dossiers": len(gone.rows["support_dossier"]),
        "declared": DestructionDeclaration.objects.count(),
        "seconds": round(gone.seconds, 1),
        "sweep": len(sweep()),
        "keycheck": keycheck(),
    }
    print(json.dumps(found))


def on_pages(gone: Gone) -> dict[str, int]:
    """Thing -> in how many cells (somebody, a way, a part) its word is shown."""
    cells = dict.fromkeys(gone.things, 0)
    for who in LOOKING:
        browser = Inside(Client(headers={"accept-language": "nl"}) if who == "nobody" else gone.people[who].client)
        answers: dict[Any, str] = {}
        for name, thing in gone.things.items():
            for way in WAYS:
                for request in thing.ways.get(way, []):
                    if request not in answers:
                        method, path, fields = request
                        answers[request] = browser.ask(method, path, dict(fields)).text
                shown = "".join(answers[request] for request in thing.ways.get(way, []))
                cells[name] += sum(word in shown for word in thing.words.values())
    return cells


def held(gone: Gone) -> set[tuple[str, str, str]]:
    """The locks that open with the keys of anybody: directly, by a circle or an office, behind glass, for a time."""
    bundles, parts = {one for one, _, _ in gone.locks}, {part for _, part, _ in gone.locks}
    found = set()
    for persona in gone.people.values():
        for kind in Envelope.Kind:
            opened = gate._open(persona.session, sorted(bundles), sorted(parts), kind).parts()
            found |= {(bundle, part, key.lock) for (bundle, part), key in opened.items()}
    return found & set(gone.locks)


def readable(locks: set[str]) -> int:
    """Sealed rows, of every table, that lie under a lock somebody can open."""
    sealed = [table for table in concrete() if issubclass(table, SealedRow)]
    return sum(len(whole.in_chunks(table, "lock", locks)) for table in sealed)


def begun(gone: Gone) -> int:
    """Forms that were not sent, as their writers read them with their own keys."""
    found = 0
    for persona in gone.people.values():
        said = [str(one.draft) for one in unfinished(persona.session)]
        said += ["".join(line.lines) for line in read_back(persona.session)]
        found += sum(BEGUN in text for text in said)
    return found


def rows_left(gone: Gone) -> dict[str, int]:
    """Table -> rows that are still there."""
    tables = {table._meta.db_table: table for table in concrete()}
    return {name: len(whole.in_chunks(tables[name], "id", ids)) for name, ids in gone.rows.items()}


def counted(town: Town) -> int:
    """Dossiers that the statistics office counts on a day when all of them were open."""
    standing = UpTo(Field(OPENED, "opened_on"), ON), Not(UpTo(Field(CLOSED, "closed_on"), ON))
    by = By("programme", Plain(Field(OPENED, "programme")), ("street_work",))
    question = Counting(OPENED, standing, (by,), Field(OPENED, "holder"))
    asked = release.release(town.saar.session, act="test.count", question=question)
    return asked.inside.total or 0


def keep(folder: Path, gone: Gone) -> None:
    """For the next process."""
    (folder / "gone").write_bytes(pickle.dumps(gone))


def kept(folder: Path) -> Gone:
    """From the process before."""
    gone: Gone = pickle.loads((folder / "gone").read_bytes())  # noqa: S301  written by ourselves a moment ago
    return gone
