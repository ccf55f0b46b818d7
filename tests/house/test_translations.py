"""Every text somebody reads can be said in Dutch and in French, and none stands in a page outside a translate tag."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from kring.site import catalogues
from tests.house.tree import files, modules, parsed, text_of

GETTEXT = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
CALL = re.compile(r"""(?<!\w)(?:n?gettext|_)\(u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
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


def texts_in_code(module: ast.Module) -> Iterator[str]:
    """The English texts a module asks a translation for."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in GETTEXT:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def texts_in_page(source: str) -> Iterator[str]:
    """The English texts a template asks a translation for, as the catalogue will be asked for them."""
    for call in CALL.finditer(templatize(source)):
        yield ast.literal_eval(call[1])


def bare_words(source: str) -> list[str]:
    """Words that would be shown as they stand, whatever the language."""
    source = CLASS_BLOCK.sub("", source)
    blank = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", source, flags=re.DOTALL)
    seen = [*SPOKEN_ATTRIBUTE.findall(blank), NOT_READ.sub(" ", source)]
    return [word for text in seen for word in WORD.findall(text) if word.lower() not in NAMES]


def untranslated(texts: Iterator[str]) -> list[str]:
    known = catalogues.wordings()
    return sorted({text for text in texts if text and text not in known})


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
    assert list(texts_in_code(ast.parse('label = _("Never said")'))) == ["Never said"]
    assert list(texts_in_page('{% translate "Never said" %}{% steps 1 _("Nor this") %}')) == ["Never said", "Nor this"]
    assert list(
        texts_in_page("{% blocktranslate count n=n %}{{ n }} thing{% plural %}{{ n }} things{% endblocktranslate %}")
    ) == ["%(n)s thing"]
    assert untranslated(iter(["Never said"])) == ["Never said"]
    assert bare_words("<p>{% translate 'x' %}</p><p>Hello</p>") == ["Hello"]
    assert bare_words("{% block width %}narrow{% endblock %}{% block title %}Hello{% endblock %}") == ["Hello"]
    assert bare_words('<button aria-label="Close it">{{ x }}</button>') == ["Close", "it"]
    assert bare_words('<a class="btn" aria-label="{% translate "Close" %}">{# note #}112 · kring</a>') == []
