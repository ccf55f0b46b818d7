"""GDP-12, GDPR art. 35: what the program can say of itself for an impact assessment, drawn from what it obeys.

Purposes and categories from the catalogue of fields, access from the table of access, terms from the selection rules,
measures from the list of ASVS with the tests that show them. What a town has to say itself stands in it as a question.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import override

from kring.privacy.desk import need_to_know, processing
from kring.support.dossier.disclosing.grounds import Ground, Recipient
from kring.support.intake.codelists import Channel
from kring.team.retention import DEFAULTS

ASKED = (
    "Why is it needed, and why does nothing less do (art. 35(7)(b))? Who decided, and in which decision?",
    "Who was heard: clients or who speaks for them, colleagues, the privacy officer (art. 35(2) and (9))?",
    "Where does it run, who looks after the server, and what was agreed with them (art. 28)?",
    "Which rules of retention were published, and where? Which protocols with other bodies hold?",
    "Which of the risks that stay does the town take, who signed that, and when is it looked at again (art. 35(11))?",
)
"""What the code cannot know."""

LIMITS = (
    ("a copy of the database", "the graph of work: ids, who works with how many dossiers, sizes in steps, times",
     "content, names, programmes, passwords, sessions"),
    ("that and the key file of the server", "guesses at weak passwords, each at its price; forged rows in that copy",
     "what lies under passkeys and good passwords"),
    ("write access to the database", "destroying and refusing",
     "reading, swapping, lengthening; putting back a whole lock is found, not prevented"),
    ("the running server", "what is opened or typed from then on; the journal stops",
     "what nobody opens; what was before the last checkpoint cannot be rewritten unseen"),
    ("the rights of an administrator", "people, settings, counts", "content: nobody gives a key he does not hold"),
    ("a seat in a circle", "what was given; one part behind glass, with a notice first", "other dossiers in silence"),
    ("a stolen cookie, an unlocked device", "what that colleague holds, until it locks", "the past after signing out"),
    ("a colleague in bad faith", "what he holds, by hand or by camera", "silence: each opening is in the journal"),
    ("the key of one trustee", "nothing; two together give named locks again, in sight, after a day", "the rest"),
    ("published figures", "the tables", "rows, small groups"),
)  # fmt: skip
"""Who has what, gets what, and does not get what (security.md 5): the honest table."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the list of ASVS: what it asks, how it stands, how Kring answers, the first test that shows it."""

    line: str
    asks: str
    state: str
    answer: str
    shown_by: str


def read_measures(page: str) -> list[Measure]:
    """The lines of docs/reference/asvs.md."""
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line[:3].strip("| ").isdigit()]
    return [Measure(row[0], row[1], row[2], row[3], row[4].split("<br>")[0]) for row in rows if len(row) == 5]


def as_markdown(measures: Sequence[Measure]) -> str:
    """The whole kit, in English."""
    with override("en"):
        first = [*_begin(), *_kept(), *_flows(), *_access(), *_terms()]
        return "\n".join([*first, *_measures(measures), *_stays(measures)])


def _begin() -> Iterator[str]:
    yield "# Impact assessment: what the program says of itself"
    yield "\nDrawn from the code by `./kring manage dpia`; a test holds this page to it (GDP-12, GDPR art. 35). It is a"
    yield "beginning: the town answers what the code cannot know.\n"
    yield from (f"- [ ] {question}" for question in ASKED)


def _kept() -> Iterator[str]:
    """Art. 35(7)(a): what is processed, for what."""
    yield "\n## What is kept, and on which basis\n"
    yield "The purpose and the term of each field stand on the page *Verwerkingsregister*.\n"
    for register in processing.record():
        basis = register.basis or "in service of the registers"
        yield f"\n### `{register.code}`: {basis}\n"
        yield from _table(("what", "lies sealed", "beyond ordinary", "how long"), map(_thing, register.things))


def _thing(one: processing.Thing) -> tuple[str, ...]:
    sealed = "yes" if one.sealed == one.fields else "in part" if one.sealed else "no"
    return one.name, sealed, ", ".join(sorted(one.categories)), "; ".join(one.terms)


def _flows() -> Iterator[str]:
    yield "\n## Where it comes from, and where it goes\n"
    yield f"- **In**: a referral comes {'; '.join(str(one.label) for one in Channel)}. All of it is sealed as it comes."
    yield "- **In**: what colleagues write, and what the client says through an own link."
    yield f"- **Out**, each time with a record in the dossier, on one of these grounds: {_labels(Ground)}."
    yield f"- **To whom**, always a named person: {_labels(Recipient)}."
    yield "- **Out**: a copy for the person; figures through disclosure control alone; mail with links and codes alone."


def _access() -> Iterator[str]:
    yield "\n## Who has access without asking\n"
    yield need_to_know.as_markdown()


def _terms() -> Iterator[str]:
    """What Kring proposes; the town's own rules stand in its own record."""
    yield "## How long, as Kring proposes\n"
    yield "Nothing is destroyed by a proposal: the town publishes its own rules.\n"
    with_ends = [
        (one.code, one.series.label, f"{one.months} months {one.trigger.label}", one.most_months or "-",
         one.destination.label) for one in DEFAULTS.values()
    ]  # fmt: skip
    yield from _table(("rule", "what", "term", "months at most", "then"), with_ends)


def _measures(measures: Sequence[Measure]) -> Iterator[str]:
    """Art. 35(7)(d)."""
    counts = Counter(one.state for one in measures)
    yield "\n## Measures, with the test that shows each\n"
    yield f"Of {len(measures)} lines of ASVS 5.0 that were chosen {counts['holds']} hold ([asvs.md](asvs.md)).\n"
    holds = [(one.line, one.asks, one.shown_by) for one in measures if one.state == "holds"]
    yield from _table(("line", "what is asked", "a test that shows it"), holds)


def _stays(measures: Sequence[Measure]) -> Iterator[str]:
    """Art. 35(7)(c)."""
    yield "\n## Risks that stay\n"
    yield from _table(("who has", "gets", "does not get"), LIMITS)
    yield "\nLines of ASVS that hold in part, do not yet, or do not apply:\n"
    left = [(one.line, one.asks, one.state, one.answer) for one in measures if one.state != "holds"]
    yield from _table(("line", "what is asked", "state", "what there is"), left)
    yield ""


def _labels(choices: Iterable[Ground] | Iterable[Recipient]) -> str:
    return "; ".join(str(one.label) for one in choices)


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(str(cell) for cell in row)} |" for row in rows)
