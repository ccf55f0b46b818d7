"""What every link of the plan has: the agreed word as it is meant, the letterbox it answers into, and its end.

What lies behind one is elsewhere: nudging.py for the owner of an action, client_link.py for the client.
"""

from kring.support.dossier.models import Dossier
from kring.support.plan.models import ClientLink, NudgeLink
from kring.support.plan.opening import PART
from kring.vault import letterbox, sharing, slots
from kring.vault.acts import Act
from kring.vault.gate import Keys
from kring.vault.models import Extract, Letterbox, Slot


def plain(word: str) -> str:
    """An agreed word as it is meant, however it was typed."""
    return "".join(word.split()).replace("-", "").casefold()


def found_box(act: Act, keys: Keys, dossier: str) -> None:
    """The letterbox of the plan, made when the first link goes out; once, also when two go out at once."""
    Dossier.objects.select_for_update(no_key=True).get(id=dossier)
    owner = keys.part(dossier, PART).lock
    if not Letterbox.objects.filter(owner=owner).exists():
        letterbox.found_letterbox(act, keys, owner=owner, bundle=dossier, part=PART)


def end_link(act: Act, link: NudgeLink | ClientLink) -> None:
    """Nothing of a link stays: its extract, its way in, its row."""
    sharing.shred(act, bundle=link.bundle, parts=[sharing.EXTRACT])
    act.erase(Extract.objects.filter(bundle=link.bundle))
    for slot in Slot.objects.filter(person_id=link.principal):
        slots.remove_slot(act, slot)
    act.erase([link])


def end_questions(act: Act, dossier: str) -> int:
    """Every question to an owner of this dossier is over; how many. The client's own link stays."""
    links = list(NudgeLink.objects.filter(dossier=dossier))
    for link in links:
        end_link(act, link)
    return len(links)


def end_all(act: Act, dossier: str) -> int:
    """Every question to an owner and the client's own link of this dossier are over; how many."""
    questions, own = end_questions(act, dossier), list(ClientLink.objects.filter(dossier=dossier))
    for link in own:
        end_link(act, link)
    return questions + len(own)
