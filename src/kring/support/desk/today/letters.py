"""Letters of a higher floor in one's own letterbox: where Today leads with them, and what it calls them."""

Shown = tuple[str, str, str]
more: dict[str, Shown] = {}
"""kind -> route, icon, dotted path of a function (how many) -> words."""


def shows(kind: str, *, at: str, icon: str, said: str) -> None:
    """Let Today show letters of this kind."""
    more[kind] = (at, icon, said)
