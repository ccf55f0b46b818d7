"""Word, PDF and HTML: read by another library than wrote them, and by what a screen reader goes by."""

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest

from kring.reporting import document, exports
from kring.reporting.document import Document
from kring.reporting.exports.tests.conftest import texts
from kring.team.printing.testing import tags


def test_word_has_headings_lists_and_tables(made: Document) -> None:
    paper = docx.Document(BytesIO(exports.export(made, "docx")))
    by_style = {paragraph.style.name for paragraph in paper.paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2", "List Bullet", "Caption"} <= by_style
    found = [[[cell.text for cell in row.cells] for row in table.rows[1:]] for table in paper.tables]
    assert found == texts(made)
    assert [table.rows[0].cells[0].text for table in paper.tables] == [table.heading for table in made.tables]
    assert paper.core_properties.title == made.title
    assert paper.core_properties.author == ""
    assert document.fingerprint(made) in paper.paragraphs[-1].text


def test_word_speaks_its_language_and_repeats_its_head_rows(made: Document) -> None:
    with ZipFile(BytesIO(exports.export(made, "docx"))) as packed:
        assert b'w:lang w:val="nl-BE"' in packed.read("word/styles.xml")
        content = packed.read("word/document.xml").decode()
    assert content.count("<w:tblHeader/>") == content.count("<w:tblDescription") == len(made.tables)


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def walked(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Every element of the structure below one, in the order it is read."""
    below = [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [one for kid in below for one in (kid, *walked(kid))]


def test_pdf_is_tagged_and_says_its_title_and_language(made: Document) -> None:
    with pikepdf.open(BytesIO(exports.export(made, "pdf"))) as paper:
        assert str(paper.Root.Lang) == "nl"
        assert paper.Root.MarkInfo.Marked
        assert paper.Root.ViewerPreferences.DisplayDocTitle
        with paper.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == made.title
        assert not any(name in paper.docinfo for name in ("/CreationDate", "/ModDate", "/Author"))
        order = walked(paper.Root.StructTreeRoot)
    kinds = [str(one.S) for one in order]
    assert kinds.count("/H1") == 1
    assert kinds.index("/H1") < kinds.index("/H2") < kinds.index("/Table")
    assert kinds.count("/Table") == kinds.count("/Caption") == len(made.tables)


def test_pdf_every_cell_names_the_head_of_its_row_and_of_its_column(made: Document) -> None:
    with pikepdf.open(BytesIO(exports.export(made, "pdf"))) as paper:
        order = walked(paper.Root.StructTreeRoot)
        heads = {str(one.ID) for one in order if str(one.S) == "/TH"}
        named = [[str(name) for name in one.A.Headers] for one in order if str(one.S) == "/TD"]
    assert len(named) == sum(len(row.cells) for table in made.tables for row in table.rows)
    assert all(len(names) == 2 and set(names) <= heads for names in named)


def test_pdf_every_head_says_its_side_and_is_found_by_name(made: Document) -> None:
    with pikepdf.open(BytesIO(exports.export(made, "pdf"))) as paper:
        root = paper.Root.StructTreeRoot
        heads = [one for one in walked(root) if str(one.S) == "/TH"]
        sides = [str(one.A.Scope) for one in heads]
        named = {str(name): one.objgen for name, one in pikepdf.NameTree(root.IDTree).items()}
        assert named == {str(one.ID): one.objgen for one in heads}
    assert sides.count("/Row") == sum(len(table.rows) for table in made.tables)
    assert sides.count("/Column") >= sum(1 + len(table.columns) for table in made.tables)


def test_pdf_every_page_is_tagged_and_every_font_is_in_it(made: Document) -> None:
    with pikepdf.open(BytesIO(exports.export(made, "pdf"))) as paper:
        for page in paper.pages:
            assert page.obj.Tabs == "/S"
            assert "/StructParents" in page.obj
        fonts = [
            one
            for one in paper.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts)


def test_pdf_names_the_kinds_it_is_tagged_with(made: Document) -> None:
    assert {"H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Caption"} <= tags(exports.export(made, "pdf"))


class Read(HTMLParser):
    """What a browser would see of tables, and everything that would fetch or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.heads: list[str] = []
        self.text = ""
        self.reaches: list[str] = []
        self._cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.reaches += [name for name in given if name in ("src", "href") or name.startswith("on")]
        self.reaches += [tag] * (tag in ("script", "link", "img", "iframe", "b"))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self._cell = True
            if tag == "th":
                self.heads.append(given.get("scope") or "")

    def handle_endtag(self, tag: str) -> None:
        self._cell = self._cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._cell:
            self.tables[-1][-1][-1] += data


@pytest.fixture
def page(made: Document) -> Read:
    read = Read()
    read.feed(exports.export(made, "html").decode())
    return read


def test_html_stands_alone_and_says_every_cell(made: Document, page: Read) -> None:
    assert [rows[1:] for rows in page.tables] == texts(made)
    assert page.reaches == [], "nothing is fetched, nothing runs, and no word becomes a tag"
    assert set(page.heads) == {"row", "col"}
    for words in (made.question, made.title, *made.paragraphs, document.fingerprint(made)):
        assert words in page.text


def test_html_says_its_language_and_survives_without_its_look(made: Document) -> None:
    written = exports.export(made, "html").decode()
    assert '<html lang="nl">' in written
    bare = re.sub(r"<style>.*?</style>| class=\"[^\"]*\"", "", written, flags=re.DOTALL)
    assert bare.count("<caption>") == len(made.tables)
