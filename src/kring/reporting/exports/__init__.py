"""Exports: a document in the forms in which people and machines take it. Each is made of the document alone.

    exports.export(document, "docx")     # bytes, the same ones each time
    exports.FORMS["docx"].media_type

One file a form; each takes a `Document` and nothing else (tests/house/test_doors_for_numbers.py holds to that).
"""

from kring.reporting.document import Document
from kring.reporting.exports import as_csv, as_docx, as_html, as_json, as_jsonld, as_ods, as_pdf, as_xlsx
from kring.reporting.exports.form import Form

FORMS: dict[str, Form] = {
    one.ending: one
    for one in (
        as_docx.FORM,
        as_pdf.FORM,
        as_ods.FORM,
        as_xlsx.FORM,
        as_csv.FORM,
        as_html.FORM,
        as_json.FORM,
        as_jsonld.FORM,
    )
}
"""Ending of the file -> the form, in the order in which they are offered."""


def export(document: Document, ending: str) -> bytes:
    """The document in a form of `FORMS`."""
    return FORMS[ending].make(document)


__all__ = ["FORMS", "Form", "export"]
