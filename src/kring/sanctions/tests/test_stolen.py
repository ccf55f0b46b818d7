"""Whoever takes the database of this register finds no word that anybody typed and no day of anybody's life."""

from dataclasses import replace

from django.urls import reverse

from kring.sanctions.files import beginning
from kring.sanctions.files.codelists import Outcome
from kring.sanctions.files.content import Parent
from kring.sanctions.testing import Bench, a_minor
from kring.team.clock import today
from kring.team.testing import stored
from kring.vault.primitives import new_id


def test_no_name_word_or_birthday_lies_readable_in_the_database(bench: Bench) -> None:
    named = {one: f"marker-{one}-xq" for one in ("name", "residence", "parent", "where", "agreement", "amended")}
    parents = (Parent(named["parent"], named["where"]),)
    person = replace(a_minor(named["name"]), residence=named["residence"], parents=parents)
    bench.begin(person)
    bench.offer()
    bench.report(Outcome.SUCCEEDED, named["agreement"])
    opened = bench.open()
    changed = replace(opened.person, residence=named["amended"])
    beginning.amend(opened, changed, seen=opened.row.person.revision, once=new_id())
    bench.bea.client.get(reverse("sanctions:file", args=[bench.file]))

    everything = b"\n".join(stored()).lower()

    assert bench.file.lower().encode() in everything, "it looks where the rows are"
    assert str(today()).encode() in everything, "and as days are written"
    lying = [*named.values(), str(person.born_on), str(person.happened_on), str(person.established_on)]
    found = [one for one in lying if one.encode() in everything or one.encode().hex().encode() in everything]
    assert found == []
    assert b"succeeded" not in everything
