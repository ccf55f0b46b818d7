"""PDF/UA: tagged, with language, title and headed tables, printed by the same engine as our letters."""

from django.utils import translation

from kring.reporting.document import Document
from kring.reporting.exports.as_html import for_template
from kring.reporting.exports.form import Form
from kring.team.printing import printed


def make(document: Document) -> bytes:
    """The paper. Raises `CannotPrint`."""
    with translation.override(document.language):
        return printed("reporting/exports/pages/paper.html", for_template(document))


FORM = Form("pdf", "PDF", "application/pdf", make)
