"""JSON: the document as it is, for who reads it by program. Its fields are those of `document/values.py`."""

import json

from kring.reporting.document import Document, fingerprint, write
from kring.reporting.exports.form import Form


def make(document: Document) -> bytes:
    """The frozen text with its fingerprint beside it, indented for who opens it by hand."""
    said = json.loads(write(document))
    form = said.pop("")
    return (
        json.dumps({"form": form, **said, "sha256": fingerprint(document)}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


FORM = Form("json", "JSON", "application/json", make)
