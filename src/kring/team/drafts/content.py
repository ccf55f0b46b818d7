"""What lies sealed in a colleague's own letterbox of a form that he did not send yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One form as it was typed so far.

    form: what sort of form, as the page calls it. on: the public id it is about, or "". path: the page it stands on.
    about: a few words to know it by. fields: every (name, value) in the order of the page.
    """

    form: str
    on: str
    path: str
    about: str
    fields: tuple[tuple[str, str], ...]
