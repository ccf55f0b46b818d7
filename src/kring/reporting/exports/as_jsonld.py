"""JSON-LD after the Flemish OSLO pattern of a population: characteristics, each with values and how many have them.

Terms are those of OSLO "Hulp- en Dienstverlening aan Gedetineerden", application profile recognised on 2025-07-22, the
one Flemish vocabulary that counts people by characteristic: `Populatie`, `Populatie.kenmerk`, `Populatiekenmerk` with
`PopulatieEnkeleWaarde` or, of a band, `PopulatieFractiewaarde`, and `PopulatieWaarde.waarde`. Nobody here is detained;
nothing that says so (`aantalGedetineerden`) is used. Its published context makes `waarde` a reference; here it is a
number, as in its own examples. Around it stand DCAT, Dublin Core and schema.org; `urn:kring:` is ours.

What is withheld has no `waarde` at all but the SDMX mark "not for publication", one for all: the marks that SDMX has
for "small" and "helps to hide" would tell which is which. Ratios, percentages and days are no population: left out.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from kring.reporting.document import Document, fingerprint
from kring.reporting.document.values import Cell, Column, Line, Period, Row, Says, Table
from kring.reporting.exports.form import Form
from kring.reporting.measures.measure import Unit

PROFILE = (
    "https://data.vlaanderen.be/doc/applicatieprofiel/hulp-dienstverlening-gedetineerden/erkendestandaard/2025-07-22"
)
OSLO = "https://data.vlaanderen.be/ns/hulp-dienstverlening-gedetineerden#"
SDMX = "http://purl.org/linked-data/sdmx/2009/"
NO_POPULATION = frozenset({Unit.PERCENT, Unit.RATIO, Unit.DAY, Unit.EURO, Unit.FTE})
BAND = re.compile(r"(\d+)(?:-(\d+)|\+)")
CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "title": {"@id": "http://purl.org/dc/terms/title", "@language": None},
    "description": "http://purl.org/dc/terms/description",
    "language": "http://purl.org/dc/terms/language",
    "conformsTo": {"@id": "http://purl.org/dc/terms/conformsTo", "@type": "@id"},
    "issued": {"@id": "http://purl.org/dc/terms/issued", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    "identifier": "http://purl.org/dc/terms/identifier",
    "type": "http://purl.org/dc/terms/type",
    "temporal": "http://purl.org/dc/terms/temporal",
    "startdatum": {"@id": "https://schema.org/startDate", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    "einddatum": {"@id": "https://schema.org/endDate", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    "Populatie": f"{OSLO}Populatie",
    "Populatiekenmerk": f"{OSLO}Populatiekenmerk",
    "PopulatieEnkeleWaarde": f"{OSLO}PopulatieEnkeleWaarde",
    "PopulatieFractiewaarde": f"{OSLO}PopulatieFractiewaarde",
    "populatiekenmerk": f"{OSLO}Populatie.kenmerk",
    "populatieEnkeleWaarde": f"{OSLO}Populatiekenmerk.populatieEnkeleWaarde",
    "populatieFractiewaarde": f"{OSLO}Populatiekenmerk.populatieFractiewaarde",
    "kenmerkwaarde": f"{OSLO}PopulatieEnkeleWaarde.kenmerkwaarde",
    "kenmerkwaardeOndergrensInclusief": f"{OSLO}Fractiewaarde.kenmerkwaardeOndergrensInclusief",
    "kenmerkwaardeBovengrensInclusief": f"{OSLO}Fractiewaarde.kenmerkwaardeBovengrensInclusief",
    "waarde": f"{OSLO}PopulatieWaarde.waarde",
    "confStatus": {"@id": f"{SDMX}attribute#confStatus", "@type": "@id"},
    "obsStatus": {"@id": f"{SDMX}attribute#obsStatus", "@type": "@id"},
    "populatie": "urn:kring:populatie",
    "code": "urn:kring:code",
    "eenheid": "urn:kring:eenheid",
}
NOT_FOR_PUBLICATION = f"{SDMX}code#confStatus-N"
MISSING = f"{SDMX}code#obsStatus-M"


def make(document: Document) -> bytes:
    """The populations of all tables that count something."""
    said = {
        "@context": CONTEXT,
        "@type": "dcat:Dataset",
        "conformsTo": PROFILE,
        "identifier": f"sha256:{fingerprint(document)}",
        "title": document.title,
        "description": [document.standing_says, *document.not_said, document.words.withheld_means],
        "language": document.language,
        "issued": document.asked_on.isoformat(),
        "populatie": [one for table in document.tables for one in _populations(table)],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _populations(table: Table) -> Iterator[dict[str, Any]]:
    """One for each column: a period, or a group of the second way to split."""
    if table.unit in NO_POPULATION or table.measure != table.of:
        return
    for at, column in enumerate(table.columns):
        rows = [row for row in table.rows if row.line in (Line.GROUP, Line.UNKNOWN, Line.TOTAL)]
        yield {
            "@type": "Populatie",
            "title": _title(table, column),
            "code": table.measure,
            "eenheid": table.unit,
            "temporal": _period(column.period),
            "populatiekenmerk": list(_characteristics(table, [(row, row.cells[at]) for row in rows])),
        }


def _title(table: Table, column: Column) -> str:
    return f"{table.caption}: {column.label}" if column.code else table.caption


def _characteristics(table: Table, rows: list[tuple[Row, Cell]]) -> Iterator[dict[str, Any]]:
    """The characteristic it is split by, and the whole as one that everybody has."""
    split = [(row, cell) for row, cell in rows if row.line is not Line.TOTAL]
    if split:
        found: dict[str, Any] = {"@type": "Populatiekenmerk", "type": table.heading, "code": table.split[0]}
        for row, cell in split:
            name, value = _value(row, cell)
            found.setdefault(name, []).append(value)
        yield found
    for row, cell in rows:
        if row.line is Line.TOTAL:
            name, value = _value(row, cell)
            yield {"@type": "Populatiekenmerk", "type": row.label, "code": "total", name: [value]}


def _value(row: Row, cell: Cell) -> tuple[str, dict[str, Any]]:
    """How many have one value, or lie in one band."""
    band = BAND.fullmatch(row.code)
    if not band:
        named = {"@type": "PopulatieEnkeleWaarde", "kenmerkwaarde": row.label, "code": row.code or row.line.value}
        return "populatieEnkeleWaarde", named | _number(cell)
    found = {"@type": "PopulatieFractiewaarde", "code": row.code, "kenmerkwaardeOndergrensInclusief": int(band[1])}
    if band[2]:
        found["kenmerkwaardeBovengrensInclusief"] = int(band[2])
    return "populatieFractiewaarde", found | _number(cell)


def _number(cell: Cell) -> dict[str, Any]:
    if cell.says is Says.VALUE:
        return {"waarde": cell.number}
    return {"confStatus": NOT_FOR_PUBLICATION} if cell.says is Says.WITHHELD else {"obsStatus": MISSING}


def _period(period: Period) -> dict[str, str]:
    return ({"startdatum": period.start} if period.start else {}) | {"einddatum": period.end}


FORM = Form("jsonld", "JSON-LD", "application/ld+json", make)
