"""What left the circle, with a word in each sort: told or not, in haste, at a local security cell; letters upward."""

from django.urls import reverse

from kring.support.disclosure.models import Briefing
from kring.support.disclosure.testing import a_told_dossier, agree, ask, asked, filled, hurry, tell, withdraw
from kring.support.dossier.disclosing.grounds import Ground
from kring.support.dossier.models import AgreementToShare, Disclosure
from kring.team.testing import Town
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing


def told(town: Town) -> Thing:
    """Through the pages themselves. Fatma works along."""
    thing, robin = Thing(), a_told_dossier(town, along=town.fatma)
    here = robin.id
    tell(town.noor, here, filled(typed=thing.text("told")))
    tell(town.noor, here, {"once": new_id(), "decline": "1", "words": thing.text("not told")})
    hurry(town.fatma, here, words=thing.text("in haste"))
    tell(town.fatma, here, filled(Ground.LOCAL_CELL, typed=thing.text("cell")))
    thing.id = here
    rows = Disclosure.objects.filter(dossier=robin).values_list("id", flat=True)
    pages = [reverse(f"disclosure:{name}", args=[here]) for name in ("told", "disclose", "urgent")]
    pages += [reverse("disclosure:complete", args=[here, row]) for row in rows]
    return thing.seen_by(*pages, reverse("desk:dossier", args=[here]), number=robin.number)


def agreed(town: Town) -> Thing:
    """Noor writes down what the client agreed to, and that the client wants it no more. Fatma works along."""
    thing, robin = Thing(), a_told_dossier(town, along=town.fatma)
    here = robin.id
    agree(town.noor, here, purpose=thing.text("purpose"))
    [one] = AgreementToShare.objects.filter(dossier=robin).values_list("id", flat=True)
    withdraw(town.noor, here, one, told_by=thing.text("withdrawn"))
    thing.id = here
    pages = [reverse(f"disclosure:{name}", args=[here]) for name in ("told", "disclose", "agreed")]
    pages += [reverse("disclosure:agreement", args=[here, one]), reverse("desk:dossier", args=[here])]
    return thing.seen_by(*pages, number=robin.number)


def briefing(town: Town) -> Thing:
    """Noor asks Greet, who answers and asks Bart in a letter of its own. Fatma works along."""
    thing, robin = Thing(), a_told_dossier(town, along=town.fatma)
    here = robin.id
    ask(town.noor, here, asked(town.greet, question=thing.text("question"), typed=thing.text("line")))
    [first] = Briefing.objects.filter(dossier=robin)
    answered = {"once": new_id(), "words": thing.text("answer")}
    town.greet.client.post(reverse("disclosure:briefing", args=[first.id]), answered)
    sent = asked(town.bart, question=thing.text("further"), typed="")
    town.greet.client.post(reverse("disclosure:further", args=[first.id]), sent)
    thing.id = here
    letters = Briefing.objects.filter(dossier=robin).values_list("id", flat=True)
    pages = [reverse(f"disclosure:{name}", args=[here]) for name in ("told", "of_dossier", "brief")]
    pages += [reverse(f"disclosure:{name}", args=[one]) for name in ("briefing", "further") for one in letters]
    return thing.seen_by(*pages, reverse("desk:dossier", args=[here]), number=robin.number)
