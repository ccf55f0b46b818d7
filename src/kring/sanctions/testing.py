"""The people of the tests of sanction mediation, founded through the product's own verbs. Nobody here exists.

Bea and Koen are sanctioning officers; Ines and Lars mediators of the circle. Greet is head of service, Hilde privacy
officer, Saar and Jonas count, Ann administers, Marc, Karel and Hilde are trustees. Jef was fifteen on the day of the
facts, Kobe thirty.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from kring.sanctions import access
from kring.sanctions.files import beginning, deciding, offering, reporting
from kring.sanctions.files.codelists import Nature, Outcome, Prosecutor, Sanction
from kring.sanctions.files.content import Parent, PersonContent
from kring.sanctions.files.opening import PARTS, OpenFile, open_file
from kring.team.clock import months_after, today
from kring.team.models import Function
from kring.team.testing import Persona, Town, found_register
from kring.vault.primitives import new_id

PEOPLE: dict[str, tuple[str, str, str]] = {
    "bea": ("Bea Smets", Function.SANCTIONING_OFFICER, "discretion"),
    "koen": ("Koen Maes", Function.SANCTIONING_OFFICER, "discretion"),
    "ines": ("Ines Goossens", Function.SANCTION_MEDIATOR, "secrecy"),
    "lars": ("Lars Wouters", Function.SANCTION_MEDIATOR, "secrecy"),
    "greet": ("Greet Aerts", Function.HEAD_OF_SERVICE, "discretion"),
    "hilde": ("Hilde Roels", Function.DPO, "discretion"),
    "saar": ("Saar Michiels", Function.STATISTICIAN, "discretion"),
    "jonas": ("Jonas Pauwels", Function.STATISTICIAN, "discretion"),
    "ann": ("Ann Verbeke", Function.ADMINISTRATOR, "discretion"),
    "marc": ("Marc Dillen", Function.TRUSTEE, "discretion"),
    "karel": ("Karel Thys", Function.TRUSTEE, "discretion"),
}
CIRCLES = {access.CIRCLE: ("ines", "lars")}
OFFICES = {
    access.OFFICE: ("bea", "koen"),
    "head_of_service": ("greet", "karel"),
    "dpo": ("hilde", "marc"),
    "statistics": ("saar", "jonas"),
}
TRUSTEES = ("marc", "karel", "hilde")


def a_minor(name: str = "Jef Peeters", *, days_ago: int = 30, years: int = 15) -> PersonContent:
    """Somebody of so many years on the day of the facts, which was established the day after."""
    happened = today() - timedelta(days=days_ago)
    born = months_after(happened, -12 * years) - timedelta(days=40)
    facts = (Nature.DAMAGE.value, happened, happened + timedelta(days=1))
    return PersonContent(name, born, "Lindestraat 4, Voorbeeld", *facts, (Parent("Rita Peeters", "Lindestraat 4"),))


def an_adult(name: str = "Kobe Maes") -> PersonContent:
    """Somebody of thirty on the day of the facts."""
    return replace(a_minor(name, years=30), parents=())


@dataclass
class Bench:
    """The people (`bench.bea`) and the id of a file of a minor that was just opened."""

    town: Town
    file: str

    def __getattr__(self, name: str) -> Persona:
        return getattr(self.town, name)  # type: ignore[no-any-return]  # a persona, or an AttributeError

    def begin(self, person: PersonContent, prosecutor: str = Prosecutor.NOT_ASKED) -> str:
        """Bea opens another file, which the next verbs are about."""
        self.file = beginning.begin(self.bea.session, person, prosecutor=prosecutor, once=new_id())
        return self.file

    def open(self, who: Persona | None = None) -> OpenFile:
        """The file as an officer opens it now; Bea unless it is said."""
        return open_file((who or self.bea).session, self.file, act="test.open", parts=PARTS)

    def asked(self, who: Persona | None = None) -> OpenFile:
        """The file as a mediator opens it now; Ines unless it is said."""
        return open_file((who or self.ines).session, self.file, act="test.open", parts=access.OF_MEDIATORS)

    def offer(self) -> None:
        """Bea offers mediation today, the bar told on the same day."""
        opened = self.open()
        seen = opened.row.person.revision
        offering.offer(opened, on=today(), told_on=today(), fit=True, seen=seen, once=new_id())

    def report(self, outcome: str = Outcome.SUCCEEDED, agreement: str = "", who: Persona | None = None) -> None:
        """Ines reports."""
        opened = self.asked(who)
        seen = opened.row.result.revision
        reporting.report(opened, outcome=outcome, agreement=agreement, seen=seen, once=new_id())

    def serve(self, hours: int, service: str = "") -> None:
        """Bea proposes community service, or says what became of it."""
        opened = self.open()
        on = opened.decision.service_offered_on or today()
        seen = opened.row.decision.revision
        deciding.serve(opened, on=on, hours=hours, service=service, seen=seen, once=new_id())

    def decide(self, sanction: str = Sanction.FINE, amount: int = 100, who: Persona | None = None) -> None:
        """Bea decides today."""
        opened = self.open(who)
        seen = opened.row.decision.revision
        deciding.decide(opened, sanction=sanction, amount=amount, on=today(), seen=seen, once=new_id())


def found_bench() -> Bench:
    """The people, and a file of Jef as Bea opened it."""
    town = found_register(PEOPLE, circles=CIRCLES, offices=OFFICES, trustees=TRUSTEES)
    bench = Bench(town, "")
    bench.begin(a_minor())
    return bench
