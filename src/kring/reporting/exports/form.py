"""What a form of export is: the ending of its file, its media type, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass

from kring.reporting.document import Document


@dataclass(frozen=True, slots=True)
class Form:
    """One form. name: as people call it; a proper name, so it is not translated."""

    ending: str
    name: str
    media_type: str
    make: Callable[[Document], bytes]
