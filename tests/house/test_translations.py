"""Every text somebody reads can be said in Dutch and in French, and none stands in a page outside a translate tag."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from kring.site import catalogues
from tests.house.tree import files, modules, parsed, text_of

COUNTED = {"ngettext", "ngettext_lazy"}
GETTEXT = {"_", "gettext", "gettext_lazy", "gettext_noop", *COUNTED}
_QUOTED = r"""u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
CALL = re.compile(rf"(?<!\w)(?:n?gettext|_)\({_QUOTED}(?:, ?{_QUOTED})?")
Text = tuple[str, str]
"""One English text and its plural, "" where it is not counted."""
SPOKEN_ATTRIBUTE = re.compile(r"""\s(?:aria-label|alt|title|placeholder|label|data-\w*text)="([^"]*)\"""")
CLASS_BLOCK = re.compile(r"{%\s*block width\s*%}\w*{%\s*endblock\s*%}")
"""The block of the shell that names a class of the page, which nobody reads."""
NOT_READ = re.compile(
    r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|{%\s*blocktrans.*?endblocktrans(?:late)?\s*%}|{%.*?%}|{{.*?}}"
    r"|<!--.*?-->|<[^>]*>|&\w+;",
    re.DOTALL,
)
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = {"kring"}

pages = [path for path in files() if path.parts[0] == "src" and path.suffix == ".html"]
words = [path for path in files() if path.parts[0] == "src" and {"pages", "letters"} & set(path.parts)]


def texts_in_code(module: ast.Module) -> Iterator[Text]:
    """The English texts a module asks a translation for."""
    for node in ast.walk(module):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in GETTEXT:
            said = [one.value for one in node.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if said:
                yield said[0], said[1] if name in COUNTED else ""


def texts_in_page(source: str) -> Iterator[Text]:
    """The English texts a template asks a translation for, as the catalogue will be asked for them."""
    for call in CALL.finditer(templatize(source)):
        yield ast.literal_eval(call[1]), ast.literal_eval(call[2]) if call[2] else ""


def bare_words(source: str) -> list[str]:
    """Words that would be shown as they stand, whatever the language."""
    source = CLASS_BLOCK.sub("", source)
    blank = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", source, flags=re.DOTALL)
    seen = [*SPOKEN_ATTRIBUTE.findall(blank), NOT_READ.sub(" ", source)]
    return [word for text in seen for word in WORD.findall(text) if word.lower() not in NAMES]


def untranslated(texts: Iterator[Text]) -> list[str]:
    """A counted text has to be in the catalogue with that very plural, else it is not found when it is asked for."""
    known = {(one.text, one.plural) for one in catalogues.wordings().values()}
    single = {text for text, _ in known}
    return sorted(
        {text for text, plural in texts if text and ((text, plural) not in known if plural else text not in single)}
    )


@pytest.mark.parametrize("path", [path for path in modules("src") if "tests" not in path.parts], ids=str)
def test_texts_in_code_have_words(path: Path) -> None:
    assert untranslated(texts_in_code(parsed(path))) == []


@pytest.mark.parametrize("path", words, ids=str)
def test_texts_in_pages_have_words(path: Path) -> None:
    assert untranslated(texts_in_page(text_of(path))) == []


@pytest.mark.parametrize("path", pages, ids=str)
def test_no_text_stands_bare_in_a_page(path: Path) -> None:
    assert bare_words(text_of(path)) == []


def test_it_would_notice() -> None:
    assert list(texts_in_code(ast.parse('label = _("Never said")'))) == [("Never said", "")]
    assert list(texts_in_page('{% translate "Never said" %}{% steps 1 _("Nor this") %}')) == [
        ("Never said", ""),
        ("Nor this", ""),
    ]
    assert list(
        texts_in_page("{% blocktranslate count n=n %}{{ n }} thing{% plural %}{{ n }} things{% endblocktranslate %}")
    ) == [("%(n)s thing", "%(n)s things")]
    assert untranslated(iter([("Never said", "")])) == ["Never said"]
    assert untranslated(iter([("%(n)s dossier", "%(n)s lost dossiers")])) == ["%(n)s dossier"]
    assert bare_words("<p>{% translate 'x' %}</p><p>Hello</p>") == ["Hello"]
    assert bare_words("{% block width %}narrow{% endblock %}{% block title %}Hello{% endblock %}") == ["Hello"]
    assert bare_words('<button aria-label="Close it">{{ x }}</button>') == ["Close", "it"]
    assert bare_words('<a class="btn" aria-label="{% translate "Close" %}">{# note #}112 · kring</a>') == []
