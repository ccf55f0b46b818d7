"""Content to bytes and back: what goes in comes out, of whatever shape; another shape is refused."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.vault.codec import pack, unpack
from kring.vault.refusals import Refused

days = st.dates()
moments = st.datetimes(timezones=st.just(UTC))
text = st.text(max_size=30)


class Colour(Enum):
    """An enum with text values."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Inner:
    """A nested part."""

    number: int
    word: str | None = None


@dataclass(frozen=True)
class Everything:
    """One field of every supported kind."""

    words: str
    number: int
    truth: bool
    raw: bytes
    day: date
    moment: datetime
    colour: Colour
    inner: Inner
    perhaps: Inner | None
    perhaps_day: date | None
    many: tuple[Inner, ...]
    named: dict[str, date]


inner = st.builds(Inner, st.integers(), st.none() | text)
everything = st.builds(
    Everything,
    text,
    st.integers(),
    st.booleans(),
    st.binary(max_size=40),
    days,
    moments,
    st.sampled_from(Colour),
    inner,
    st.none() | inner,
    st.none() | days,
    st.lists(inner, max_size=3).map(tuple),
    st.dictionaries(text, days, max_size=3),
)


@settings(max_examples=300, deadline=None)
@given(everything)
def test_what_was_packed_is_unpacked(content: Everything) -> None:
    assert unpack(Everything, pack(content)) == content
    assert pack(content) == pack(unpack(Everything, pack(content)))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60))
def test_bytes_of_any_sort_are_refused_and_never_break(raw: bytes) -> None:
    with pytest.raises(Refused):
        unpack(Everything, raw)


@pytest.mark.parametrize("raw", [b"[]", b"{}", b"null", b'{"":1}', b'{"":2,"number":1}', b'{"":1,"number":1,"":9}'])
def test_another_shape_or_version_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused):
        unpack(Inner, raw)


@pytest.mark.parametrize("more", ["x", " ", "{}", "\0"])
def test_something_before_or_behind_it_is_refused(more: str) -> None:
    """What a sealed letter says is whatever its sender wrote."""
    whole = pack(Inner(1, "a"))
    for raw in (whole + more.encode(), more.encode() + whole, b""):
        with pytest.raises(Refused):
            unpack(Inner, raw)


def test_what_is_nested_too_deep_is_refused() -> None:
    with pytest.raises(Refused):
        unpack(Inner, b'{"":1,"number":' + b"[" * 100_000)


@dataclass(frozen=True)
class Renewed:
    """Its second version: `name` was called `title`."""

    version: ClassVar[int] = 2
    name: str

    @classmethod
    def upgrade(cls, old: dict[str, Any], version: int) -> dict[str, Any]:
        return {"name": old["title"]} if version == 1 else old


def test_an_older_version_is_upgraded_on_reading() -> None:
    assert unpack(Renewed, b'{"title":"x","":1}') == Renewed("x")
    assert unpack(Renewed, pack(Renewed("y"))) == Renewed("y")


@dataclass(frozen=True, slots=True)
class Slotted:
    words: str
    on: date | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Below(Slotted):
    more: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    words: str

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError


@pytest.mark.parametrize(
    "content", [Slotted("a", date(2021, 3, 1), ("b",)), Slotted("a"), Below("a", more="c"), Checked("a")]
)
def test_slots_are_filled_as_the_class_would(content: Any) -> None:
    assert unpack(type(content), pack(content)) == content


def test_a_field_that_was_not_there_yet_says_what_the_class_says() -> None:
    assert unpack(Slotted, b'{"words":"a","":1}') == Slotted("a")


def test_what_the_class_itself_refuses_is_refused() -> None:
    with pytest.raises(Refused):
        unpack(Checked, b'{"words":"","":1}')
