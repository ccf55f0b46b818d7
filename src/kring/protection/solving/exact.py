"""The least loss, proved: cover, let every reader compute, answer each proof with a cut, until nobody finds anything.

Source: Fischetti and Salazar-Gonzalez, "Models and algorithms for optimizing cell suppression in tabular data with
linear constraints", JASA 95 (2000), 916-928; here with several readers, memory, and a sliding protection level.
"""

from time import process_time

from kring.protection.solving.cover import Cover
from kring.protection.solving.highs import Flags
from kring.protection.solving.search import Narrow, Search
from kring.protection.solving.thin import thin


class Unsafe(Exception):
    """No choice of hidden cells keeps the rules."""


def least(search: Search, seconds: float) -> Flags:
    """The choice with the least loss. Raises `Unsafe`, and `TimeoutError` after so many seconds."""
    until, cover = process_time() + seconds, Cover(search.grid, seconds)
    while process_time() < until:
        hidden = cover.choose()
        if hidden is None:
            raise Unsafe
        bare = list(thin(search.grid.sheet, hidden))
        for inside, options in bare:
            cover.more(options, inside)
        found: list[Narrow] = [] if bare else next(filter(None, search.narrow(hidden)), [])
        for one in found:
            cover.answer(one)
        if not bare and not found:
            return hidden
    raise TimeoutError
