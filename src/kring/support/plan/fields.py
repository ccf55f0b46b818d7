"""The line of every field of this step in the field catalogue: purpose, category, retention, sealed or in the clear."""

from kring.vault.catalogue import Category, Field

WITH_DOSSIER = "as long as the dossier; destroyed with it after the retention term of its register"
LINK = "opens two weeks at most; erased once it was answered, the action is done or a new question goes out"
TECHNICAL, ORDINARY, SPECIAL = Category.TECHNICAL, Category.ORDINARY, Category.SPECIAL


def _clear(purpose: str, category: Category = TECHNICAL) -> Field:
    return Field(purpose, category, WITH_DOSSIER)


def _link(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, LINK)


def _own(purpose: str) -> Field:
    return Field(purpose, TECHNICAL, "opens ninety days at most; erased once a new one is sent or the client asks")


def _sealed(purpose: str, category: Category = SPECIAL) -> Field:
    return Field(purpose, category, WITH_DOSSIER, sealed=True)


def _row(model: str) -> dict[str, Field]:
    return {
        f"support.{model}.id": _clear("names the record; random"),
        f"support.{model}.lock": _clear("which lock the record lies under"),
        f"support.{model}.lock_version": _clear("which version of the lock sealed it"),
        f"support.{model}.revision": _clear("refuses a write on top of somebody else's"),
        f"support.{model}.blob": _sealed("the content itself, encrypted"),
        f"support.{model}.dossier": _clear("which dossier it belongs to"),
    }


def _all(content: str, **purposes: str) -> dict[str, Field]:
    return {f"support.{content}.{name}": _sealed(purpose) for name, purpose in purposes.items()}


BY, AT = "who wrote it", "when it was written"
FIELDS = {
    **_row("PlanRecord"),
    "support.PlanRecord.kind": _clear("a row, how one stood before, an agreed version, the client's version"),
    "support.PlanRecord.of": _clear("which record it is an earlier state of, or stands beside"),
    **_row("PlanAction"),
    "support.PlanAction.person": _clear("which colleague is reminded; empty when somebody else does it"),
    "support.PlanAction.done_on": _clear("that nobody needs to be reminded any more"),
    "support.NudgeLink.id": _link("names the row; random"),
    "support.NudgeLink.mac": _link("shows that nobody else wrote the row"),
    "support.NudgeLink.action": _link("which action an answer belongs to"),
    "support.NudgeLink.dossier": _link("whether the dossier is still open"),
    "support.NudgeLink.principal": _link("which key opens with the link and the agreed word"),
    "support.NudgeLink.bundle": _link("which extract it opens"),
    "support.NudgeLink.expires_at": _link("until when it opens"),
    "support.ClientLink.id": _own("names the row; random"),
    "support.ClientLink.mac": _own("shows that nobody else wrote the row"),
    "support.ClientLink.dossier": _own("whether the dossier is still open"),
    "support.ClientLink.principal": _own("which key opens with the link and the client's word"),
    "support.ClientLink.bundle": _own("which extract it opens"),
    "support.ClientLink.expires_at": _own("until when it opens"),
    **_all(
        "SheetGoal",
        heading="what the client calls it",
        sentence="how it stands, in the client's words",
        icon="which drawing stands with it",
        road="how far the goal is",
        closed="that it stays folded",
    ),
    **_all("SheetLine", what="who does what", when="by when", initials="whose it is", face="what kind of owner"),
    **_all(
        "SheetCopy",
        name="how the client is addressed",
        language="in which language it is read",
        looked="when it was looked at together",
        want="what the client wants",
        goals="how far the goals are",
        does="who does what",
        hard="what helps when it does not go well",
    ),
    **_all(
        "Statement",
        words="what the client wants to say",
        at="when it was said",
        beside="which text of ours it stands beside (GDP-08)",
        taken_by="which colleague took it down",
    ),
    **_all("Move", level="where the goal stood", on="on which day", by=BY),
    **_all(
        "DomainRow",
        domain="which life domain it is about",
        now="how it is now, in a sentence",
        wish="what the client wants, in the client's own words",
        steps="the five steps of the goal in plain words",
        moves="how the goal went over time",
        aside="that it is not looked at now",
        by=BY,
        at=AT,
    ),
    **_all("Told", how_far="how far it is", at="when it was said", words="a word with it", way="by link or not", by=BY),
    **_all("Nudge", to="where the question went", word="the word that opens it", at=AT, until="until when", by=BY),
    **_all(
        "Action",
        what="what was agreed",
        row="which row it belongs to",
        owner="what kind of owner it has",
        person="which colleague does it",
        name="who elsewhere does it",
        organisation="for which organisation",
        due_on="by when",
        mode="how we work on it",
        how_far="how far it is",
        words="a word about how far it is",
        told="what was said about it over time",
        nudges="when its owner was asked",
        taken_from="in which consultation it was agreed",
        by=BY,
        at=AT,
    ),
    **_all("Consent", name="who agreed", how="how somebody agreed"),
    **_all(
        "AgreedVersion",
        number="which version it is",
        on="the day it was agreed",
        how="how the client agreed",
        words="what the client said with it",
        others="who else agreed",
        rows="the rows as they were agreed",
        actions="the actions as they were agreed",
        by=BY,
        at=AT,
    ),
    **_all(
        "Piece",
        of="which row or action it tells of",
        heading="what the client calls it",
        sentence="how it stands, in the client's words",
        closed="that it stays folded until the client opens it",
        places="where the client lets it stand",
    ),
    **_all(
        "ClientSheet",
        name="how the client is addressed",
        language="in which language it is read",
        want="what the client wants",
        hard="what helps when it does not go well",
        trusted="how the client calls who reads along",
        pieces="the headings and where each may stand",
        by=BY,
        at=AT,
    ),
    **_all(
        "Earlier",
        revision="which version it was",
        row="how a row stood",
        action="how an action stood",
        sheet="how the client's version stood",
    ),
    **_all(
        "NudgeShown",
        line="the one line its owner sees",
        agreed_on="when it was agreed",
        due_on="by when",
        until="how long the link opens",
    ),
    **_all("NudgeAnswer", how_far="how far its owner says", words="a word with it", unknown="does not know of it"),
}
