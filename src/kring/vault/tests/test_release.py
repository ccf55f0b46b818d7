"""Facts go in unread and come out as numbers only: for members of the statistics office, through release.py alone."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import connection

from kring.figures.asked import By, Counting, Field, Not, Plain, UpTo
from kring.protection.tables import Rules
from kring.vault import codec, facts, gate, ledger, release, replay, sharing
from kring.vault.acts import acting
from kring.vault.facts import Entry, NoFactsOffice
from kring.vault.gate import OWN_KEY
from kring.vault.models import Fact, FactKey, FactPack, JournalEntry, Principal
from kring.vault.primitives import Key, give, new_key, open_sealed, seal
from kring.vault.refusals import Refused
from kring.vault.release import Release
from kring.vault.rows import unguarded
from kring.vault.slots import Opened
from kring.vault.sweeping import sweep
from kring.vault.tests.conftest import Office

ON = date(2021, 3, 1)
BY = By("theme", Plain(Field("begun", "theme")), ("north", "south"))


def question(on: date = ON, by: By = BY) -> Counting:
    """What stands on the evening of a day, by theme."""
    standing = UpTo(Field("begun", "begun_on"), on), Not(UpTo(Field("ended", "ended_on"), on))
    return Counting("begun", standing, (by,), Field("begun", "worker"))


@dataclass(frozen=True)
class Begun:
    theme: str
    begun_on: date
    worker: str


@dataclass(frozen=True)
class Ended:
    ended_on: date


def begun(key: Key, theme: str = "north", worker: str = "noor", on: date = ON) -> Entry:
    return Entry("begun", key, "begun", Begun(theme, on, worker))


def write(*entries: Entry) -> None:
    with acting("test.write", by="system") as act:
        facts.write_all(act, entries)


def ask(who: Opened, on: date = ON) -> Release:
    return release.release(who.session(), act="test.ask", question=question(on))


def counts(answer: Release) -> dict[str, int | None]:
    return {line.name: line.count for line in answer.inside.lines}


def test_without_an_office_nothing_is_written(db: None) -> None:
    with pytest.raises(NoFactsOffice), acting("test.write", by="system") as act:
        facts.write(act, kind="begun", row_key=new_key(), event="begun", content=Begun("north", ON, "noor"))


def test_what_stands_on_a_date(office: Office) -> None:
    keys = [new_key() for _ in range(5)]
    write(*(begun(key, theme) for key, theme in zip(keys, ("north", "north", "north", "south", "south"), strict=True)))
    write(Entry("ended", keys[0], "ended", Ended(ON)), begun(keys[1], on=date(2021, 3, 2)))
    assert counts(ask(office.first)) == {"north": 1, "south": 2}
    assert counts(ask(office.second, on=date(2021, 3, 2))) == {"north": 2, "south": 2}
    assert counts(ask(office.second, on=date(2021, 2, 28))) == {"north": 0, "south": 0}


def test_one_key_an_act(office: Office) -> None:
    with acting("test.write", by="system") as act:
        for _ in range(3):
            facts.write(act, kind="begun", row_key=new_key(), event="begun", content=Begun("north", ON, "noor"))
    write(begun(new_key()))
    assert FactKey.objects.count() == 2
    assert Fact.objects.count() == 4


@pytest.mark.parametrize("folded_between", [False, True])
def test_a_correction_replaces_without_reading(office: Office, *, folded_between: bool) -> None:
    key = new_key()
    write(begun(key), begun(new_key()))
    if folded_between:
        ask(office.first)
    write(begun(key, "south"))
    assert Fact.objects.count() == (1 if folded_between else 2)
    assert counts(ask(office.first)) == {"north": 1, "south": 1}


@pytest.mark.parametrize("folded_between", [False, True])
def test_what_is_taken_back_is_gone(office: Office, *, folded_between: bool) -> None:
    key = new_key()
    write(begun(key), Entry("ended", key, "ended", Ended(ON)))
    if folded_between:
        assert counts(ask(office.first)) == {"north": 0, "south": 0}
    with acting("test.reopen", by="system") as act:
        facts.take_back(act, row_key=key, event="ended")
    assert counts(ask(office.first)) == {"north": 1, "south": 0}


@pytest.mark.parametrize("folded_between", [False, True])
def test_facts_are_forgotten_by_name_without_a_key_and_the_ledger_says_it_again(
    office: Office, *, folded_between: bool
) -> None:
    key = new_key()
    write(begun(key), begun(new_key()))
    if folded_between:
        assert counts(ask(office.first)) == {"north": 2, "south": 0}
    names = [facts.fact_id(key, event) for event in ("begun", "ended")]
    with acting("test.forget", by="system") as act:
        facts.forget(act, names)
    assert counts(ask(office.first)) == {"north": 1, "south": 0}
    write(begun(key))
    with acting("test.replay", by="system") as act:
        assert replay.replay(act, ledger.read())[ledger.What.FORGOTTEN] == 2
    assert counts(ask(office.first)) == {"north": 1, "south": 0}
    assert sweep() == []


def test_the_tail_is_folded_and_its_keys_go(office: Office) -> None:
    write(*(begun(new_key()) for _ in range(30)))
    ask(office.first)
    assert not Fact.objects.exists()
    assert not FactKey.objects.exists()
    assert {pack.name for pack in FactPack.objects.all()} == {"columns", "names"}


def test_folding_in_chunks_gives_the_same(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "CHUNK", 7)
    write(*(begun(new_key(), "north" if number % 3 else "south") for number in range(30)))
    assert counts(ask(office.first)) == {"north": 20, "south": 10}


def test_what_carries_no_group_is_counted_as_unknown(office: Office) -> None:
    write(begun(new_key(), theme=""), begun(new_key(), theme="elsewhere"))
    assert counts(ask(office.first)) == {"north": 0, "south": 0, "unknown": 1, "elsewhere": 1}


def test_two_tables_leave_and_the_outer_one_is_protected(office: Office) -> None:
    write(*(begun(new_key(), "north", f"w{number % 3}") for number in range(60)))
    write(*(begun(new_key(), "south", ("samir", "eline")[number % 2]) for number in range(41)))
    write(*(begun(new_key(), "east", "tom") for _ in range(35)))
    answer = ask(office.first)
    assert counts(answer) == {"north": 60, "south": 41, "east": 35}
    assert [line.count for line in answer.outside.lines] == [None, None, None]
    assert answer.outside.total == 136
    assert [line.carriers for line in answer.outside.lines] == [3, 2, 1]


def test_a_single_group_takes_its_total_along(office: Office) -> None:
    write(*(begun(new_key(), "south", "tom") for _ in range(41)))
    answer = ask(office.first)
    assert (answer.inside.total, answer.outside.total) == (41, None)
    assert [line.count for line in answer.outside.lines] == [0, None]


def test_who_is_not_in_the_office_gets_nothing(office: Office) -> None:
    write(begun(new_key()))
    with pytest.raises(Refused):
        ask(office.greet)
    assert Fact.objects.count() == 1
    assert not FactPack.objects.exists()
    last = JournalEntry.objects.order_by("id").last()
    assert last is not None
    assert json.loads(bytes(last.text or b""))["verb"] == "refused"


def test_no_key_of_somebody_else_opens_a_fact(office: Office) -> None:
    """Greet opens her own, the fact key was given to the office: neither her private key nor any wrong context fits."""
    write(begun(new_key()))
    [key] = FactKey.objects.all()
    with pytest.raises(Refused):
        office.greet.session().private.take(bytes(key.wrapped), facts.key_context(key))
    with pytest.raises(Refused):
        gate.entering(office.greet.session(), act="test", of=[office.office], parts=[OWN_KEY])


def test_every_question_is_an_entry(office: Office) -> None:
    before = JournalEntry.objects.count()
    ask(office.first)
    entry = JournalEntry.objects.order_by("id").last()
    assert JournalEntry.objects.count() == before + 1
    assert entry is not None
    said = json.loads(bytes(entry.text or b""))
    assert (said["verb"], said["act"], said["actor"]) == ("released", "test.ask", office.first.person)


def test_nothing_of_a_fact_lies_in_the_clear(office: Office) -> None:
    write(begun(new_key(), "a-theme-of-mine", "a-worker-of-mine"))
    ask(office.first)
    write(begun(new_key(), "a-theme-of-mine", "a-worker-of-mine"))
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found = repr([[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row] for row in cursor])
        assert "of-mine" not in found, table


def test_a_moved_fact_does_not_open(office: Office) -> None:
    """A writer in the database puts one fact's blob under another: the MAC catches it, and the context would too."""
    write(begun(new_key()), begun(new_key(), "south"))
    one, other = Fact.objects.all()
    unguarded(Fact).filter(id=one.id).update(blob=bytes(other.blob))
    with pytest.raises(Refused):
        ask(office.first)
    with pytest.raises(Refused):
        open_sealed(new_key(), bytes(one.blob), facts.fact_context(one.id, one.key_id))


def test_a_forged_fact_is_refused(office: Office) -> None:
    """The office's public key is no secret: a writer in the database can seal to it, but cannot MAC the row."""
    stranger = Key(bytes(32))
    [receiver] = Principal.objects.filter(id=office.office)
    key = FactKey(holder=receiver, holder_generation=receiver.generation)
    key.wrapped = give(bytes(receiver.public_key), stranger, facts.key_context(key))
    forged = Fact(key=key)
    plain = b"begun\0" + bytes(8) + codec.pack(Begun("north", ON, "nobody"))
    forged.blob = seal(stranger, plain, facts.fact_context(forged.id, key.id))
    key.stamp()
    for row in (key, forged):
        row.mac = row.mac or bytes(33)
        unguarded(type(row)).bulk_create([row])
    with pytest.raises(Refused):
        ask(office.first)


def test_an_older_pack_put_back_is_found(office: Office) -> None:
    write(begun(new_key()))
    ask(office.first)
    before = {row.name: (bytes(row.blob), row.revision) for row in FactPack.objects.all()}
    write(begun(new_key()))
    ask(office.first)
    for name, (blob, revision) in before.items():
        unguarded(FactPack).filter(name=name).update(blob=blob, revision=revision)
    assert {finding.table for finding in sweep()} == {"vault_factpack"}


def test_columns_of_one_folding_with_names_of_another_are_refused(office: Office) -> None:
    write(begun(new_key()))
    ask(office.first)
    [old] = FactPack.objects.filter(name="names")
    write(begun(new_key()))
    ask(office.first)
    unguarded(FactPack).filter(name="names").update(blob=bytes(old.blob), revision=old.revision)
    write(begun(new_key()))
    with pytest.raises(Refused):
        ask(office.first)


def test_the_sweep_is_content_after_folding(office: Office) -> None:
    write(*(begun(new_key()) for _ in range(5)))
    ask(office.first)
    assert sweep() == []


def test_a_member_who_left_opens_no_more_and_the_packs_stay_readable(office: Office) -> None:
    write(begun(new_key()))
    ask(office.first)
    with acting("test.leave", by="system") as act:
        sharing.withdraw(act, bundle=office.office, parts=[OWN_KEY], holder=office.second.person)
    with pytest.raises(Refused):
        ask(office.second)


def test_the_rules_can_be_those_of_another_house(office: Office) -> None:
    write(*(begun(new_key(), "north", f"w{number % 3}") for number in range(4)))
    asked = release.release(
        office.first.session(),
        act="test.ask",
        question=question(by=By("theme", BY.how)),
        rules=Rules(threshold=3, carriers=2),
    )
    assert asked.outside.total == 4


def test_names_of_facts_stay_the_same_after_rotation(office: Office) -> None:
    bundle = "a-bundle"
    with acting("test.found", by="system") as act:
        keys = sharing.found(act, bundle=bundle, parts={"summary": sharing.holders([office.greet.person])})
    before = facts.row_key(keys, bundle=bundle, part="summary")
    with acting("test.rotate", by="system") as act:
        sharing.rotate(act, sharing._open_lock(keys.part(bundle, "summary").lock))
    again = gate.entering(office.greet.session(), act="test", of=[bundle], parts=["summary"])
    assert again.part(bundle, "summary").version == 2
    assert facts.row_key(again, bundle=bundle, part="summary") == before


def test_facts_are_folded_before_anybody_asks_and_one_hears_how_many_wait(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(*(begun(new_key()) for _ in range(5)))
    monkeypatch.setattr(release, "CHUNK", 2)
    heard: list[int] = []
    release.fold(office.first.session(), act="test.fold", tell=heard.append)
    assert heard == [3, 1, 0]
    assert counts(ask(office.first)) == {"north": 5, "south": 0}


def test_nobody_else_folds(office: Office) -> None:
    write(begun(new_key()))
    with pytest.raises(Refused):
        release.fold(office.greet.session(), act="test.fold", tell=print)
    assert Fact.objects.count() == 1


@pytest.mark.parametrize("before", [False, True], ids=["first", "after its total"])
def test_cou_04_how_many_workers_carry_a_hidden_group_gives_no_number(office: Office, before: bool) -> None:
    """Four with four workers and six with six, hidden together, would be four and six: ten are left of the total."""
    write(*(begun(new_key(), "north", f"w{number % 5}") for number in range(60)))
    write(*(begun(new_key(), "south", f"w{number}") for number in range(4)))
    write(*(begun(new_key(), "east", f"w{number}") for number in range(6)))
    if before:
        whole = Counting("begun", worker=Field("begun", "worker"))
        release.answer(office.first.session(), act="test.ask", asked=[whole])
    outside = release.release(office.first.session(), act="test.ask", question=question(), kept=True).outside
    left = (outside.total or 0) - sum(line.count or 0 for line in outside.lines)
    least = sum(line.carriers for line in outside.lines if line.count is None)
    assert left - least >= Rules().threshold, outside.lines


def test_cou_04_beside_a_total_that_is_withheld_nobody_reads_how_many_carry_it(office: Office) -> None:
    write(*(begun(new_key(), "north", f"w{number}") for number in range(4)))
    outside = ask(office.first).outside
    assert (outside.total, outside.carriers, {line.carriers for line in outside.lines}) == (None, 0, {0})
