"""What is confidential about an onward referral. Plain frozen dataclasses, sealed; no Django here."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StillRuns(StrEnum):
    """Whether what was arranged still runs, three months later. Unknown is an answer."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to "does it still run?": on which day, by whom (principal), with a word if one likes."""

    runs: StillRuns
    on: date
    by: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class OnwardReferral:
    """To a service of the directory (`entry`, an id) or to one that was typed. programme: that of the dossier then.

    went_along: warm linkage, somebody of us went the first time. agreed_with: the person at the service.
    """

    service: str
    organisation: str
    on: date
    by: str
    went_along: bool = False
    agreed_with: str = ""
    request: str = ""
    entry: str = ""
    programme: str = ""
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Linkage:
    """The fact for `linkages_held`: we went along, on a day, and whether it still ran; "" while nobody asked."""

    programme: str
    on: date
    runs: str = ""
