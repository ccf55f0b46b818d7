"""The line of every field of the regulation in the field catalogue: public rules, about nobody."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TERM = "kept as long as the pot exists: a grant is held to the rules it was given under"
_WHY = {
    "id": "names the version; random",
    "mac": "shows that nobody else wrote the row",
    "number": "which version; refuses two at once",
    "from_on": "from when these rules hold",
    "aim": "what the pot is for, on the public page",
    "decision_body": "who decides, on the public page",
    "most_euro": "the highest amount of one grant",
    "most_a_year": "how many grants one applicant gets a year",
    "initiators": "how many initiators at different addresses are asked",
    "lead_days": "how long before its start a project is asked for",
    "decide_days": "within how many days there is a decision",
    "advance_percent": "what part is paid beforehand",
    "evidence_days": "how long after its end the evidence comes",
    "criteria": "by what projects are weighed, with weights",
    "budget_lines": "the parts of the pot with the euros of a year",
    "published_on": "when it was published",
    "published_by": "which colleague published it",
}
FIELDS: Mapping[str, Field] = {
    f"pot.GrantRegulation.{name}": Field(
        purpose, Category.ORDINARY if name == "published_by" else Category.TECHNICAL, TERM
    )
    for name, purpose in _WHY.items()
}
