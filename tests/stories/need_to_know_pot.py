"""What an application to the project pot and its payment bring, with a word in each of its parts."""

from dataclasses import replace

from django.urls import reverse

from kring.pot.applying.content import SentAlong
from kring.pot.testing import PEOPLE, a_run, an_application, granted, weighed
from kring.team.testing import Town
from tests.stories.need_to_know_ways import Thing


def applied(town: Town) -> Thing:
    """An application with a project, its initiators, and a file."""
    thing = Thing()
    people = replace(PEOPLE, holder=thing.text("initiators"))
    file = SentAlong("pdf", f"%PDF-1.7 {thing.text('sent along')}".encode())
    thing.id = an_application(town, file, people=people, title=thing.text("project")).application
    weighed(town.greet, thing.id, words=thing.text("weighing"))
    page = reverse("pot:application", args=[thing.id])
    return thing.seen_by(page, files=[reverse("pot:sent_along", args=[thing.id, 1])])


def paid(town: Town) -> Thing:
    """A grant whose advance went to finance: the file for the bank and the table."""
    thing = Thing()
    people = replace(PEOPLE, holder=thing.text("account holder"))
    thing.id = granted(town, people=people, title=thing.text("title"))
    run = a_run(town)
    return thing.seen_by(
        reverse("pot:application", args=[thing.id]),
        files=[reverse("pot:payment_file", args=[run.id]), reverse("pot:payment_table", args=[run.id])],
    )
