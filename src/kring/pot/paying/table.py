"""A run as CSV for a bookkeeping that takes no payment file, with what has to come back. Pure.

As a spreadsheet here opens it: a semicolon, a comma in amounts, a mark of UTF-8. No text can become a formula.
"""

import csv
from collections.abc import Sequence
from io import StringIO

from kring.pot.paying.lines import RunContent
from kring.pot.paying.pain import amount

MARK = "\ufeff"


def csv_file(run: RunContent, heads: Sequence[str]) -> bytes:
    """heads: what the columns are called: reference, kind, day, name, account, amount, message."""
    written = StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(heads)
    for line in run.lines:
        sign = "-" if line.comes_back else ""
        euros = sign + amount(line.cents).replace(".", ",")
        said = [line.reference, line.kind, run.pay_on.isoformat(), line.holder, line.iban]
        rows.writerow([*map(_no_formula, said), euros, _no_formula(line.words)])
    return (MARK + written.getvalue()).encode()


def _no_formula(text: str) -> str:
    return text if text[:1].isalnum() or not text else f"'{text}"
