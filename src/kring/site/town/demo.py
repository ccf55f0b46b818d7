"""Founding the demo: the town of 1 March 2021 in an empty folder, step by step, each step timed.

The order matters: people and groups in one act, then the personas (so that the town's clock stands), then the dossiers,
the referrals, the mail of that morning; last of all the mark that the town is whole.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from django.core.management import call_command

from kring.site.founding import found_house
from kring.site.town import council
from kring.site.town.caseload import DAY
from kring.site.town.claim import finish
from kring.site.town.contacts import log_contacts
from kring.site.town.day import plan_days
from kring.site.town.emergency import break_the_glass
from kring.site.town.identities import learn_who
from kring.site.town.looks import look_at_today
from kring.site.town.networks import draw_networks
from kring.site.town.opening import open_cases
from kring.site.town.outside import tell_outside
from kring.site.town.papers import keep_papers
from kring.site.town.passwords import new_password
from kring.site.town.personas import write_personas
from kring.site.town.plans import write_plans
from kring.site.town.recipe import Recipe
from kring.site.town.street import walk_the_street
from kring.site.town.tables import lay_tables
from kring.site.town.telling import tell_stories
from kring.site.town.terms import run_out
from kring.team import clock

MESSAGES = Path(__file__).resolve().parent / "messages"
"""Example messages of invented people: what lay in the team mailbox that morning."""

Tell = Callable[[str], None]


def found_demo(recipe: Recipe, tell: Tell) -> None:
    """Found this town here. The folder must be empty (claim.py)."""
    people = recipe.house.people
    with _step(tell, f"{len(people)} people with their keys, {len(recipe.house.circles)} circles, trustees, offices"):
        passwords = {one.key: new_password() for one in people}
        house = found_house(recipe.house, passwords, demo_on=DAY)
        write_personas(clock.personas_path(), people, passwords)
    plain = [case for case in recipe.cases if not case.story]
    with _step(tell, f"{len(recipe.cases)} dossiers, each part sealed under a key of its own"):
        open_cases(house, plain)
    with _step(tell, f"{len(recipe.stories)} referrals and talks, told from the first word to where they are"):
        tell_stories(house, recipe.stories, recipe.cases)
    with _step(tell, "the messages in the team mailbox, read and sealed"):
        call_command("import_mail", MESSAGES, verbosity=0)
    with _step(tell, "two networks, drawn with the client"):
        draw_networks(house)
    with _step(tell, "a day with hours for two colleagues"):
        plan_days(house)
    with _step(tell, "contacts, made and attempted, where it grew quiet and where it did not"):
        log_contacts(house)
    with _step(tell, "who it is, learnt later: one who is to be told, one who was"):
        learn_who(house)
    with _step(tell, "two plans of action, with a question that is out"):
        write_plans(house)
    with _step(tell, "two client consultations, one to come and one that was held"):
        lay_tables(house)
    with _step(tell, "what was told outside, told in haste, and asked in a letter"):
        tell_outside(house)
    with _step(tell, "an emergency: the glass of one dossier was broken"):
        break_the_glass(house)
    with _step(tell, "letters of the town, its services, somebody gone along with"):
        keep_papers(house)
    with _step(tell, "the street: five spots, two rounds, a word for a colleague"):
        walk_the_street(house)
    with _step(tell, "five terms that ran out, a batch that waits for its second approval"):
        run_out(house)
    with _step(tell, "two questions of the council: one sent, one with a figure that waits"):
        council.answer_years(house)
        council.ask(house)
    with _step(tell, "the morning: each colleague looked at Today"):
        look_at_today(house)
    finish()


@contextmanager
def _step(tell: Tell, what: str) -> Iterator[None]:
    began = monotonic()
    yield
    tell(f"  {monotonic() - began:5.1f} s  {what}")
