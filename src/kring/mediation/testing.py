"""The people of the tests of mediation, founded through the product's own verbs. Nobody here exists.

Wout and Mira are mediators of the circle; Dries is a volunteer, a mediator outside it. Greet is head of service, Hilde
privacy officer, Saar and Jonas count, Ann administers, Marc, Karel and Hilde are trustees. Nadia (A) called about the
music of Piet (B).
"""

from dataclasses import dataclass

from kring.mediation import access
from kring.mediation.files import actions
from kring.mediation.files.codelists import Nature, Referrer, Side, Way
from kring.mediation.files.content import FileContent, SideContent
from kring.mediation.files.opening import OpenFile, open_file
from kring.team.models import Function
from kring.team.testing import Persona, Town, found_register
from kring.vault.primitives import new_id

PEOPLE: dict[str, tuple[str, str, str]] = {
    "wout": ("Wout Hermans", Function.NEIGHBOUR_MEDIATOR, "secrecy"),
    "mira": ("Mira Jacobs", Function.NEIGHBOUR_MEDIATOR, "secrecy"),
    "dries": ("Dries Aerts", Function.NEIGHBOUR_MEDIATOR, "secrecy"),
    "lien": ("Lien Wuyts", Function.NEIGHBOUR_MEDIATOR, "discretion"),
    "greet": ("Greet Aerts", Function.HEAD_OF_SERVICE, "discretion"),
    "hilde": ("Hilde Roels", Function.DPO, "discretion"),
    "saar": ("Saar Michiels", Function.STATISTICIAN, "discretion"),
    "jonas": ("Jonas Pauwels", Function.STATISTICIAN, "discretion"),
    "ann": ("Ann Verbeke", Function.ADMINISTRATOR, "discretion"),
    "marc": ("Marc Dillen", Function.TRUSTEE, "discretion"),
    "karel": ("Karel Thys", Function.TRUSTEE, "discretion"),
}
MEMBERS = ("wout", "mira")
OFFICES = {"head_of_service": ("greet", "karel"), "dpo": ("hilde", "marc"), "statistics": ("saar", "jonas")}
TRUSTEES = ("marc", "karel", "hilde")
CALL = FileContent("Lindestraat, second floor", Way.PHONE.value, Referrer.POLICE.value, (Nature.NOISE.value,))
NADIA = SideContent("Nadia", "0400 00 00 01", "Every night music through the wall.", "Sleep before eleven.")


@dataclass
class Street:
    """The people (`street.wout`) and the id of a file that was just registered."""

    town: Town
    file: str

    def __getattr__(self, name: str) -> Persona:
        return getattr(self.town, name)  # type: ignore[no-any-return]  # a persona, or an AttributeError

    def open(self, who: Persona | None = None) -> OpenFile:
        """The file as somebody opens it now; Wout unless it is said."""
        return open_file((who or self.wout).session, self.file, act="test.open")

    def write(self, side: Side, sheet: SideContent) -> None:
        """Wout writes the sheet of one side."""
        opened = self.open()
        actions.write_side(opened, side, sheet, seen=opened.records[side].revision, once=new_id())

    def decide(self, content: FileContent) -> None:
        """Wout writes how they talk, or why they do not."""
        opened = self.open()
        actions.write_file(opened, content, seen=opened.record.revision, once=new_id())


def found_people() -> Town:
    """Found the people with their circle, offices and trustees."""
    return found_register(PEOPLE, circles={access.CIRCLE: MEMBERS}, offices=OFFICES, trustees=TRUSTEES)


def found_street() -> Street:
    """The people, and a file of Nadia (A) about Piet (B), as Wout registered it."""
    town = found_people()
    return Street(town, actions.register_call(town.wout.session, CALL, NADIA, once=new_id()))
