"""What persons asked, in the rich town: a copy that waits, one that is nearly late. Invented."""

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
    """Two requests for a copy, of one dossier each."""
    for name, days, words in (("quiet", 18, LONG), ("long", 29, "")):
        opened = actions.enter(town.noor.session, places[name], act="test.ask")
        asked = RequestContent("client", town.noor.principal, words)
        on = today - timedelta(days=days)
        actions.take_down(opened, PersonRequest.Kind.ACCESS, asked, asked_on=on, once=new_id())
