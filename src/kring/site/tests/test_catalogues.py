"""Parts become catalogues; what is missing or said twice in different words is refused."""

import gettext
import json
import os
from pathlib import Path

import pytest

from kring.site import catalogues

HOUSE: dict[str, object] = {"House": {"nl": "Huis", "fr": "Maison"}}
THINGS: dict[str, object] = {
    "%(n)s thing": {
        "plural": "%(n)s things",
        "nl": ["%(n)s ding", "%(n)s dingen"],
        "fr": ["%(n)s chose", "%(n)s choses"],
    }
}


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    write(tmp_path, "one", HOUSE | THINGS)
    return tmp_path


def write(locale: Path, name: str, part: dict[str, object]) -> None:
    (locale / "parts" / f"{name}.json").write_text(json.dumps(part))


def test_words_come_back_in_both_languages(locale: Path) -> None:
    assert catalogues.build(locale) == 2

    dutch = gettext.translation("django", locale, ["nl"])
    assert dutch.gettext("House") == "Huis"
    assert [dutch.ngettext("%(n)s thing", "%(n)s things", n) for n in (1, 3)] == ["%(n)s ding", "%(n)s dingen"]
    assert gettext.translation("django", locale, ["fr"]).gettext("House") == "Maison"


def test_it_builds_only_when_a_part_is_newer(locale: Path) -> None:
    assert catalogues.refresh(locale)
    assert not catalogues.refresh(locale)

    later = (locale / "nl" / "LC_MESSAGES" / "django.mo").stat().st_mtime + 5
    write(locale, "two", {"Key": {"nl": "Sleutel", "fr": "Clé"}})
    os.utime(locale / "parts" / "two.json", (later, later))
    assert catalogues.refresh(locale)


def test_the_same_text_may_stand_in_two_parts_only_with_the_same_words(locale: Path) -> None:
    write(locale, "two", HOUSE)
    assert len(catalogues.wordings(locale)) == 2

    write(locale, "two", {"House": {"nl": "Woning", "fr": "Maison"}})
    with pytest.raises(catalogues.Disagreement):
        catalogues.wordings(locale)


@pytest.mark.parametrize(
    "lacking", [{"nl": "Huis"}, {"nl": "Huis", "fr": ""}, {"nl": "Huis", "fr": "a", "plural": "Houses"}]
)
def test_a_text_needs_both_languages_and_all_its_forms(locale: Path, lacking: dict[str, str]) -> None:
    write(locale, "two", {"Home": lacking})
    with pytest.raises(catalogues.Disagreement):
        catalogues.build(locale)
