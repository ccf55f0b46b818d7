"""The line of every field of an application in the field catalogue."""

from collections.abc import Mapping

from kring.vault.catalogue import Category, Field

TERM = "as the selection rule of grant files says (SP-06), from the last payment or the refusal"
PEOPLE = "two years after the last payment, six months after a refusal; destroyed apart from the accounts of the grant"

_CLEAR = {
    "id": "names the application; random",
    "mac": "shows that nobody else wrote the row",
    "regulation": "under which rules it was asked",
    "code_hash": "recognises the applicant's code without keeping it",
    "applicant": "recognises a second application of the same organisation; no account can be read from it",
    "arrived_at": "the term of deciding is counted from it",
    "asked_euro": "what the budget still has to carry",
    "state": "how far it is",
    "granted_euro": "what was granted",
    "decided_on": "when it was decided",
    "weighed": "how many weighed it, so that two at once are not three",
}
_ROW = {
    "id": "names the record; random",
    "lock": "which lock the record lies under",
    "lock_version": "which version of the lock sealed it",
    "revision": "refuses a write on top of somebody else's",
    "application": "which application it belongs to",
    "kind": "project, initiators, or a file that was sent along",
}
_PROJECT = {
    "title": "what the project is called",
    "organisation": "who asks: a group or an organisation",
    "applicant": "what kind of applicant, for the figures",
    "about": "what the organisation tells of itself",
    "plan": "what is going to happen",
    "factor": "against which loss factor",
    "audience": "for which group; never a name",
    "area": "in which part of town",
    "starts_on": "when it begins",
    "ends_on": "when it ends; the evidence is counted from it",
    "budget": "what it costs",
    "asked_euro": "how much is asked",
    "sent": "which kinds of files came along",
}
_PEOPLE = {
    "InitiatorsContent.initiators": "who takes the initiative",
    "Initiator.name": "whom we speak to",
    "Initiator.address": "that they live at different addresses",
    "InitiatorsContent.email": "to answer",
    "InitiatorsContent.phone": "to ask something",
    "InitiatorsContent.iban": "to pay",
    "InitiatorsContent.holder": "in whose name the account is",
    "InitiatorsContent.language": "in which language we answer",
}
FIELDS: Mapping[str, Field] = {
    **{f"pot.Application.{name}": Field(why, Category.TECHNICAL, TERM) for name, why in _CLEAR.items()},
    **{f"pot.ApplicationRecord.{name}": Field(why, Category.TECHNICAL, TERM) for name, why in _ROW.items()},
    "pot.ApplicationRecord.blob": Field("the content itself, encrypted", Category.ORDINARY, TERM, sealed=True),
    **{
        f"pot.ProjectContent.{name}": Field(why, Category.ORDINARY, TERM, sealed=True) for name, why in _PROJECT.items()
    },
    **{f"pot.{name}": Field(why, Category.ORDINARY, PEOPLE, sealed=True) for name, why in _PEOPLE.items()},
    "pot.SentAlong.kind": Field("which kind of file", Category.TECHNICAL, TERM, sealed=True),
    "pot.SentAlong.raw": Field("what was sent along, as it came", Category.ORDINARY, TERM, sealed=True),
}
