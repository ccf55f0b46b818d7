"""What is attached to a dossier of a rich town: a photo with a preview, a text, a name that is far too long."""

from kring.support.contacts.attachments.actions import keep
from kring.support.contacts.attachments.receiving import Arriving
from kring.support.contacts.attachments.tests.files import photo
from kring.support.dossier.opening import opening
from kring.team.testing import Town
from kring.vault.primitives import new_id

FILES = (
    (photo(900), "IMG_2031.jpg", "photo", "Tekening van Robin"),
    (b"Beste, hierbij het attest.", "attest.txt", "certificate", ""),
    (b"Geluid van de vergadering", f"{'eenheellangenaamzonderspatie' * 4}.txt", "other", "Verslag " * 14),
)


def attach(town: Town, dossier: str) -> None:
    """Noor adds three things, one after another."""
    for content, name, sort, words in FILES:
        arriving = Arriving(name)
        arriving.take(content)
        arriving.end()
        opened = opening(town.noor.session, dossier, act="test.attach", parts=["journal"])
        keep(opened, [arriving], sort=sort, words=words.strip(), once=new_id())
