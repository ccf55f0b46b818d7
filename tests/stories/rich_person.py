"""What persons asked, in the rich town: of each sort one, a copy that is nearly late. Invented."""

from datetime import date, timedelta

from kring.privacy.requests import actions
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest
from kring.team.testing import Town
from kring.vault.primitives import new_id

LONG = (
    "Ik wil weten wat jullie over mij opschrijven, en aan wie jullie dat zeggen. Ook wat er in het begin stond, toen "
    "de school belde. https://voorbeeld.example/een-heel-lang-adres-zonder-spaties-dat-maar-doorloopt-en-doorloopt"
)


def ask(town: Town, places: dict[str, str], today: date) -> None:
    """Four requests of one dossier, a copy first, and a copy of another that is nearly late."""
    kinds = PersonRequest.Kind
    asked = [("quiet", kinds.OBJECTION, 2, LONG), ("quiet", kinds.RESTRICTION, 4, "Lees mijn netwerk even niet.")]
    asked += [
        ("quiet", kinds.RECTIFICATION, 6, LONG),
        ("quiet", kinds.ACCESS, 18, LONG),
        ("long", kinds.ACCESS, 29, ""),
    ]
    for name, kind, days, words in asked:
        opened = actions.enter(town.noor.session, places[name], act="test.ask")
        content = RequestContent("client", town.noor.principal, words)
        actions.take_down(opened, kind, content, asked_on=today - timedelta(days=days), once=new_id())
