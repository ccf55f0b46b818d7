"""Which step may follow, and who may take it; and that nobody types a number. Pure."""

import re
from dataclasses import replace
from datetime import date

from kring.reporting.composer.content import Composed, Sent, Step, Wish

ORDER = tuple(Step)
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
"""What may be typed with digits: a year."""


class NotNow(Exception):
    """A step that does not follow from where the answer stands."""


def typed_number(words: str) -> bool:
    """Whether words hold a number somebody typed: any digit that is no year, also a raised or a circled one."""
    return any(sign.isnumeric() for sign in YEAR.sub("", words))


def can_write(now: Composed) -> bool:
    """What was sent is written no more."""
    return now.step is not Step.SENT


def can_freeze(now: Composed) -> bool:
    """There is something to freeze, and it does not stand frozen."""
    return can_write(now) and not now.frozen and bool(now.figures) and all(one.counted for one in now.figures)


def can_read(now: Composed, by: str) -> bool:
    """Somebody else than who wrote it, once it is frozen."""
    return now.step is Step.DRAFT and now.frozen > 0 and by != now.written_by


def can_approve(now: Composed) -> bool:
    """The college approved what was read over."""
    return now.step is Step.READ and now.frozen > 0


def can_send(now: Composed) -> bool:
    """What the college approved goes out."""
    return now.step is Step.APPROVED and now.frozen > 0


def written(now: Composed, by: str, **values: object) -> Composed:
    """The same with other words or figures: a draft again, whatever it was. Raises `NotNow`."""
    if not can_write(now):
        raise NotNow
    return replace(
        now,
        **values,  # type: ignore[arg-type]  # fields of its own
        written_by=by,
        step=Step.DRAFT,
        frozen=0,
        read_by="",
        read_on=None,
        approved_on=None,
        reference="",
    )


def read_over(now: Composed, by: str, on: date) -> Composed:
    """Read over. Raises `NotNow`."""
    if not can_read(now, by):
        raise NotNow
    return replace(now, step=Step.READ, read_by=by, read_on=on)


def approved(now: Composed, on: date, reference: str) -> Composed:
    """Approved by the college. Raises `NotNow`."""
    if not can_approve(now):
        raise NotNow
    return replace(now, step=Step.APPROVED, approved_on=on, reference=reference)


def sent(now: Composed, on: date) -> Composed:
    """Sent; of a correction it is one version more. Raises `NotNow`."""
    if not can_send(now):
        raise NotNow
    versions = (*now.sent, Sent(now.frozen, on, now.correcting))
    return replace(now, step=Step.SENT, sent_on=on, sent=versions, correcting="")


def can_take_back(now: Composed) -> bool:
    """What went out, and was not withdrawn, can be corrected or withdrawn."""
    return now.step is Step.SENT and now.withdrawn_on is None


def corrected(now: Composed, by: str, why: str) -> Composed:
    """A draft again, of the version after the one that went out. Raises `NotNow`."""
    if not can_take_back(now):
        raise NotNow
    return written(replace(now, step=Step.DRAFT, sent=now.versions, sent_on=None), by, correcting=why)


def withdrawn(now: Composed, by: str, why: str, on: date) -> Composed:
    """Withdrawn, with every version of it; that it was sent stays true. Raises `NotNow`."""
    if not can_take_back(now):
        raise NotNow
    return replace(now, sent=now.versions, withdrawn_on=on, withdrawn_by=by, withdrawn_why=why)


def without_figure(now: Composed, figure: str) -> tuple[tuple[Wish, ...], str]:
    """The figures without this one, and how the answer begins. Own words around it stay, behind what stood before it.

    Raises `NotNow` when it is not there.
    """
    at = next((place for place, one in enumerate(now.figures) if one.id == figure), None)
    if at is None:
        raise NotNow
    gone, kept = now.figures[at], now.figures[:at] + now.figures[at + 1 :]
    words = [one for one in (gone.before, gone.after) if one]
    if not words or at == 0:
        return kept, "\n\n".join(filter(None, [now.opening, *words]))
    before = replace(kept[at - 1], after="\n\n".join(filter(None, [kept[at - 1].after, *words])))
    return (*kept[: at - 1], before, *kept[at:]), now.opening


def with_figure(now: Composed, figure: Wish) -> tuple[Wish, ...]:
    """The figures with this one in its place, or behind the others."""
    if all(one.id != figure.id for one in now.figures):
        return (*now.figures, figure)
    return tuple(figure if one.id == figure.id else one for one in now.figures)
