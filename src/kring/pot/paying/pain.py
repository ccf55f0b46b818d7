"""A run as a credit transfer of ISO 20022, pain.001.001.09, as banks here take it: one payer, one day, SEPA. Pure.

The bank of an account is left out, as it is found from the IBAN. What has to come back is no transfer and stands in the
CSV alone. A test holds the file against the schema of the standard.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from kring.pot.paying.lines import Payer, PaymentLine, RunContent
from kring.pot.paying.plain_signs import plain_signs

SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
A_NAME, A_MESSAGE = 70, 140


class _Writer:
    def __init__(self) -> None:
        self.written = StringIO()
        self.xml = SimplerXMLGenerator(self.written, "utf-8")
        self.xml.startDocument()

    @contextmanager
    def within(self, *names: str, **attributes: str) -> Iterator[None]:
        for name in names:
            self.xml.startElement(name, AttributesImpl(attributes))
        yield
        for name in reversed(names):
            self.xml.endElement(name)

    def say(self, *path: str, text: object, **attributes: str) -> None:
        with self.within(*path[:-1]), self.within(path[-1], **attributes):
            self.xml.characters(str(text))


def transfers(run: RunContent) -> tuple[PaymentLine, ...]:
    """The lines that a bank can carry out."""
    return tuple(line for line in run.lines if not line.comes_back)


def pain_file(run: RunContent) -> bytes:
    """The file. Raises ValueError where there is nothing to transfer."""
    lines = transfers(run)
    if not lines:
        raise ValueError("a payment file has payments")
    to, named = _Writer(), f"POT-{run.number}-{run.made_at.astimezone(UTC):%Y%m%d%H%M%S}"
    with to.within("Document", xmlns=SPACE), to.within("CstmrCdtTrfInitn"):
        with to.within("GrpHdr"):
            to.say("MsgId", text=named)
            to.say("CreDtTm", text=f"{run.made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
            _totals(to, lines)
            to.say("InitgPty", "Nm", text=plain_signs(run.payer.name, A_NAME))
        with to.within("PmtInf"):
            to.say("PmtInfId", text=named)
            to.say("PmtMtd", text="TRF")
            _totals(to, lines)
            to.say("PmtTpInf", "SvcLvl", "Cd", text="SEPA")
            to.say("ReqdExctnDt", "Dt", text=run.pay_on.isoformat())
            _payer(to, run.payer)
            for line in lines:
                _transfer(to, line)
    return to.written.getvalue().encode()


def amount(cents: int) -> str:
    """Cents as euros with a point."""
    return f"{cents // 100}.{cents % 100:02}"


def _totals(to: _Writer, lines: tuple[PaymentLine, ...]) -> None:
    to.say("NbOfTxs", text=len(lines))
    to.say("CtrlSum", text=amount(sum(line.cents for line in lines)))


def _payer(to: _Writer, payer: Payer) -> None:
    to.say("Dbtr", "Nm", text=plain_signs(payer.name, A_NAME))
    to.say("DbtrAcct", "Id", "IBAN", text=payer.iban)
    to.say("DbtrAgt", "FinInstnId", "Othr", "Id", text="NOTPROVIDED")
    to.say("ChrgBr", text="SLEV")


def _transfer(to: _Writer, line: PaymentLine) -> None:
    with to.within("CdtTrfTxInf"):
        to.say("PmtId", "EndToEndId", text=line.reference)
        with to.within("Amt"):
            to.say("InstdAmt", text=amount(line.cents), Ccy="EUR")
        to.say("Cdtr", "Nm", text=plain_signs(line.holder, A_NAME))
        to.say("CdtrAcct", "Id", "IBAN", text=line.iban)
        to.say("RmtInf", "Ustrd", text=plain_signs(line.words, A_MESSAGE))
