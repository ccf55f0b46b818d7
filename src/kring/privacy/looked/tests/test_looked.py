"""Who looked, held against a script: whatever is opened, written and tried, the page says exactly that and no more."""

import ast
import random
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override

from kring.privacy.looked import queries, words
from kring.privacy.looked.acts import ACTS, has_meaning, meaning
from kring.privacy.looked.rules import Did
from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.when import case_now
from kring.support.dossier.glass import actions as glass
from kring.support.dossier.glass.content import GlassReason, Part
from kring.support.dossier.glass.models import GlassBreak
from kring.support.dossier.opening import opening
from kring.support.testing import a_dossier
from kring.team import queries as team
from kring.team.testing import Persona, Town
from kring.vault import entries, gate
from kring.vault.journal import Verb
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

ROOT = Path(__file__).resolve().parents[5]
Counts = dict[str, Counter[Did]]


def opens(who: Persona, dossier: str, model: Counts) -> None:
    """Opens when he has a key, tries in vain when not."""
    try:
        opening(who.session, dossier, act="desk.dossier")
        model.setdefault(who.principal, Counter())[Did.OPENED] += 1
    except Refused:
        model.setdefault(who.principal, Counter())[Did.TRIED] += 1


def writes(who: Persona, dossier: str, model: Counts) -> None:
    """A contact: the gate opens once, the act writes once."""
    now = case_now()
    log_contact(who.session, [dossier], Contact("street", now, now, who.principal, sentence="x"), once=new_id())
    model.setdefault(who.principal, Counter()).update({Did.OPENED: 1, Did.WROTE: 1})


def lists(who: Persona, dossiers: list[str], model: Counts, shown: str) -> None:
    """A list in which the dossier stands."""
    gate.entering(who.session, act="desk.my_dossiers", of=dossiers, parts=["summary"], verb=Verb.LISTED, strict=False)
    if shown in dossiers:
        model.setdefault(who.principal, Counter())[Did.LISTED] += 1


@pytest.mark.parametrize("seed", range(8))
def test_the_summary_is_exactly_what_was_done(town: Town, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """40 random steps of five colleagues on two dossiers, read in stretches of a few entries."""
    monkeypatch.setattr(entries, "STRETCH", 7)
    chance = random.Random(seed)
    begin = timezone.now()
    mine, other = a_dossier(town).dossier.id, a_dossier(town).dossier.id
    model: Counts = {}
    first: Counts = {}
    for one in entries.naming(mine, begin):
        first.setdefault(one.actor, Counter())[Did.WROTE] += 1
    carriers, others = [town.noor, town.joris], [town.fatma, town.samir, town.greet]
    for _step in range(40):
        does = chance.choice(("open", "write", "list", "elsewhere"))
        who, target = chance.choice([*carriers, *others]), chance.choice([mine, other])
        seen: Counts = model if target == mine else {}
        if does == "open":
            opens(who, target, seen)
        elif does == "write":
            writes(chance.choice(carriers), target, seen)
        elif does == "list":
            lists(who, chance.choice([[mine, other], [other], [mine]]), model, mine)
        else:
            gate.entering(who.session, act="desk.today", of=[], parts=["summary"], verb=Verb.LISTED)
    for actor, counts in first.items():
        model.setdefault(actor, Counter()).update(counts)
    weeks = queries.weeks(mine)
    assert weeks.this.counts == model
    assert queries.everything(mine).counts == model
    assert sum(line.times for line in weeks.this.lines) == sum(sum(one.values()) for one in model.values())
    assert weeks.this.broken == 0


def test_the_week_before_is_not_this_week(town: Town) -> None:
    mine = a_dossier(town).dossier.id
    later = timezone.now() + timedelta(days=7)
    assert queries.weeks(mine).this.counts
    weeks = queries.weeks(mine, today=later)
    assert (weeks.this.counts, bool(weeks.before.counts)) == ({}, True)
    assert not queries.weeks(mine, today=later + timedelta(weeks=4)).before.counts


def test_a_doctored_entry_is_told(town: Town) -> None:
    mine = a_dossier(town).dossier.id
    opens(town.noor, mine, {})
    row = JournalEntry.objects.order_by("-id").first()
    assert row is not None
    assert row.text is not None
    row.text = bytes(row.text).replace(b"desk.dossier", b"desk.dossi3r")
    row.save()
    assert queries.weeks(mine).this.broken == 1
    page = town.noor.client.get(reverse("privacy:looked", args=[mine])).content.decode()
    assert "niet meer zoals het geschreven werd" in page


@pytest.mark.parametrize("text", [b"\xff%s", b'["%s"]', b'{"at":"1990-01-01T00:00:00+00:00","on":["%s"]}'])
def test_what_is_no_entry_is_told_and_hides_nothing(town: Town, monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr(entries, "STRETCH", 2)
    mine = a_dossier(town).dossier.id
    for _ in range(4):
        opens(town.noor, mine, {})
    before = queries.weeks(mine).this.counts[town.noor.principal]
    newest = JournalEntry.objects.latest("id").pk
    JournalEntry.objects.filter(pk__in=(newest, newest - 1)).update(text=text % mine.encode())
    weeks = queries.weeks(mine)
    assert weeks.this.counts[town.noor.principal] == before - Counter({Did.OPENED: 2})
    assert weeks.this.broken + weeks.before.broken == 2
    page = town.noor.client.get(reverse("privacy:looked", args=[mine]))
    assert "niet meer zoals het geschreven werd" in page.content.decode()


def test_sentences_a_young_person_understands(town: Town) -> None:
    mine = a_dossier(town).dossier.id
    for who in (town.noor, town.noor, town.joris, town.samir):
        opens(who, mine, {})
    writes(town.noor, mine, {})
    found = queries.weeks(mine).this
    with override("nl"):
        told = words.summary(found, team.colleagues(found.actors))
    assert told == [
        "Noor schreef 2 keer en opende 3 keer een pagina.",
        "Joris opende 1 keer een pagina.",
        "Samir probeerde 1 keer tevergeefs.",
        "Verder keek niemand.",
    ]


def test_the_page_tells_who_looked_who_can_read_and_what_we_cannot_know(town: Town) -> None:
    mine = a_dossier(town).dossier.id
    opens(town.samir, mine, {})
    page = " ".join(strip_tags(town.noor.client.get(reverse("privacy:looked", args=[mine])).content.decode()).split())
    for words_of in ("Samir probeerde 1 keer tevergeefs", "Wie kan nu lezen?", "Joris", "Eerlijk gezegd", "op papier"):
        assert words_of in page
    assert town.joris.client.get(reverse("privacy:looked", args=[mine])).status_code == 200
    for who in (town.samir, town.greet, town.hilde, town.ann):
        assert who.client.get(reverse("privacy:looked", args=[mine])).status_code == 404


def test_broken_glass_is_told_once_as_one_part_and_looking_into_it_by_its_own_name(town: Town) -> None:
    dossier = a_dossier(town).dossier
    why = GlassReason(Part.JOURNAL, "Niemand neemt op.")
    glass.break_glass(town.fatma.session, dossier.number, why, once="one")
    with pytest.raises(glass.AlreadyRead):
        glass.break_glass(town.fatma.session, dossier.number, why, once="one")
    glass.check(town.hilde.session, GlassBreak.objects.get().id)
    found = queries.weeks(dossier.id).this.counts
    assert found[town.fatma.principal] == {Did.OPENED: 1}
    page = town.noor.client.get(reverse("privacy:looked", args=[dossier.id])).content.decode()
    said = " ".join(strip_tags(page).split())
    assert "Fatma opende één vak van het dossier" in said
    assert "Hilde schreef in de lijst van gebroken glas" in said


def test_who_can_read_now_follows_the_keys(town: Town) -> None:
    made = a_dossier(town)
    found = queries.readers(made.dossier.id)
    assert set(found.people) == {town.noor.principal, town.joris.principal}
    assert found.behind_glass
    assert found.recovery


def acts_of_the_product() -> set[str]:
    """Every act that stands in the code as a word."""
    found = set()
    for folder in ("support", "privacy"):
        for path in (ROOT / "src/kring" / folder).rglob("*.py"):
            if "tests" in path.parts or path.name == "testing.py":
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    named = [one.value for one in node.keywords if one.arg == "act"]
                    told = [*named, *(node.args[:1] if name == "acting" else [])]
                    found |= {one.value for one in told if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


OF_NO_DOSSIER = (
    "street.",
    "moments.",
    "agenda.",
    "word.",
    "back.",
    "referrer.",
    "demo.",
    "figures.",
    "pulse.",
    "checkin.",
)
"""Acts that name no dossier: the street, moments for a talk, somebody's own agenda, a word for a colleague, counts."""


def test_every_act_about_a_dossier_has_words() -> None:
    acts = acts_of_the_product()
    assert len(acts) > 100
    assert sorted(act for act in acts if not has_meaning(act) and not act.startswith(OF_NO_DOSSIER)) == []


def test_no_meaning_is_shut_out_by_one_before_it() -> None:
    begins = [begin for begin, _said in ACTS]
    shut_out = [one for at, one in enumerate(begins) if any(one.startswith(before) for before in begins[:at])]
    assert shut_out == []
    assert str(meaning("no.such.act").part)


def test_few_queries_whatever_the_journal(town: Town, django_assert_max_num_queries: Any) -> None:
    mine = a_dossier(town).dossier.id
    for _times in range(30):
        opens(town.noor, mine, {})
    with django_assert_max_num_queries(3):
        assert queries.weeks(mine).this.counts
    assert isinstance(queries.weeks(mine).since, datetime)
