"""What is confidential about a talk: the notes, what both propose to decide, the referrer's answer, an acute call.

Plain frozen dataclasses; sealed in the referral's own lock, what the referrer reads also in an extract.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kring.support.intake.content import ReferralContent


@dataclass(frozen=True, slots=True)
class TalkNotes:
    """Notes of the talk, by whom (principal) and when."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """What both agreed to decide, in sentences the referrer will read.

    outcome: code of `Referral.Outcome`. mode: direction, hands_on or hybrid when a role is taken. asked: the colleague
    (principal) who is asked to take it. again_on: for "later". by: who laid it before the referrer (principal).
    """

    outcome: str
    why: str = ""
    referrer_does: str = ""
    we_do: str = ""
    mode: str = ""
    asked: str = ""
    again_on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """The extract behind a referrer's link: an invitation (with a moment) or a proposal. No name of a colleague.

    questions: to prepare the talk by. to, language, appointment: where the invitation went, so that a no can take it
    out of that calendar again; they are never shown.
    """

    kind: str
    talk_at: datetime | None = None
    place: str = ""
    outcome: str = ""
    why: str = ""
    referrer_does: str = ""
    we_do: str = ""
    again_on: date | None = None
    questions: str = ""
    to: str = ""
    language: str = "nl"
    appointment: str = ""


class Answer(StrEnum):
    """The three answers of a referrer."""

    YES = "yes"
    ALMOST = "almost"
    NO = "no"


@dataclass(frozen=True, slots=True)
class ReferrerAnswer:
    """What the referrer answered to what (`about`: invitation or proposal); `way`: by link, by word or by calendar.

    proposes: another moment for the talk.
    """

    answer: Answer
    words: str = ""
    way: str = "link"
    about: str = "proposal"
    proposes: datetime | None = None


@dataclass(frozen=True, slots=True)
class AcuteCall:
    """Acute danger: who was called, when, by whom (principal), and what was said. 112 first, writing later."""

    called: str
    at: datetime
    words: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class StepNote:
    """Why a colleague put a referral on the waiting list, asked something, or took it back: the step, and by whom."""

    step: str
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer of the referrer and when it came."""

    answer: ReferrerAnswer
    at: datetime


@dataclass(frozen=True, slots=True)
class Merged:
    """A second referral about the same, whole: its card, when it came, all that was written, its own code.

    original: the record its message lies in, exactly as it came, or "".
    """

    card: str
    came_at: datetime
    content: ReferralContent
    by: str
    at: datetime
    proposal: Proposal | None = None
    invited: Shown | None = None
    answers: tuple[KeptAnswer, ...] = ()
    original: str = ""


@dataclass(frozen=True, slots=True)
class ClarificationDecided:
    """The fact of a decision, for the statistics office alone: no person, no referrer, no words."""

    outcome: str
    referrer_kind: str
    channel: str
    arrived_on: date
    decided_on: date


@dataclass(frozen=True, slots=True)
class WordToReferrer:
    """That the referrer was told one fixed sentence after the role was taken, and on which ground.

    word: code of `Referral.Word`. agreed: the client agreed to it; that it is closed may be told without. by: who did.
    """

    word: str
    agreed: bool
    by: str
    at: datetime
