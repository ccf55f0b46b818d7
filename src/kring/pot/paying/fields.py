"""The line of every field of a payment in the field catalogue: accounts of public money."""

from collections.abc import Mapping

from kring.pot.applying.fields import TERM
from kring.vault.catalogue import Category, Field

_RUN = {
    "id": "names the run; random",
    "mac": "shows that nobody else wrote the row",
    "number": "the number finance knows it by; refuses two at once",
    "made_at": "when the file was made",
    "made_by": "which colleague made it",
    "pay_on": "on which day the bank is asked to pay",
    "payer_name": "in whose name the town pays",
    "payer_iban": "from which account of the town",
}
_PAYMENT = {
    "id": "names the payment; random",
    "mac": "shows that nobody else wrote the row",
    "run": "in which file it went to finance",
    "application": "for which grant; nothing is paid twice",
    "kind": "advance, balance, or what has to come back",
    "cents": "how much",
}
FIELDS: Mapping[str, Field] = {
    **{
        f"pot.PaymentRun.{name}": Field(why, Category.ORDINARY if name == "made_by" else Category.TECHNICAL, TERM)
        for name, why in _RUN.items()
    },
    **{f"pot.Payment.{name}": Field(why, Category.TECHNICAL, TERM) for name, why in _PAYMENT.items()},
}
