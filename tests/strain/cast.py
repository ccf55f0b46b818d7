"""Who and what the commands work with: one colleague, one bundle, and contacts written under it. Models load here."""

from dataclasses import dataclass

from kring.vault import gate, sharing, slots
from kring.vault.acts import acting
from kring.vault.gate import Keys
from kring.vault.models import Extract
from kring.vault.primitives import new_id
from kring.vault.slots import Opened

PART = "contacts"


@dataclass(frozen=True)
class Contact:
    """What a contact says: the idempotency key it was written with, so that it can be told again."""

    text: str


@dataclass(frozen=True)
class Cast:
    """A colleague and the bundle he holds."""

    noor: Opened
    bundle: str

    def keys(self) -> Keys:
        return gate.entering(self.noor.session(), act="strain.open", of=[self.bundle], parts=[PART])


def found_cast() -> Cast:
    """Make them, in one act."""
    bundle = new_id()
    with acting("strain.found", by="system") as act:
        noor = slots.new_person(act)
        sharing.found(act, bundle=bundle, parts={PART: sharing.holders([noor.person])})
    return Cast(noor, bundle)


def put_contact(keys: Keys, bundle: str, key: str) -> str:
    """Write one contact under an idempotency key; the id it got, now or the first time."""
    row = Extract(bundle=new_id())
    keys.seal(row, Contact(key), bundle=bundle, part=PART)
    with acting("strain.contact", by=keys.actor, on=[bundle]) as act:
        earlier = act.once(key, lock=keys.part(bundle, PART).lock, outcome=row.id)
        if earlier is None:
            act.add(row)
    return earlier or row.id


def contacts(keys: Keys) -> dict[str, str]:
    """Every contact that can be read: id -> text."""
    return {row.id: keys.open(row, Contact).text for row in Extract.objects.all()}
