"""An entry as a short form, and the form back into its document: what the form does not ask stays as it was."""

import copy
from typing import Any
from uuid import uuid4

from kring.team.services.exchange import Document

OWN = ("name", "description", "email", "url", "application_process", "eligibility_description", "fees_description")
OWN_OF_ORGANISATION = ("name", "description", "email", "website")
ADDRESS = ("address_1", "postal_code", "city")
ELSEWHERE = {"state_province": "", "country": "BE", "address_type": "physical"}


def begun(document: Document, kind: str) -> dict[str, str]:
    """The values of the form."""
    own = {name: str(document.get(name) or "") for name in (*OWN, "website")}
    address = _first(_first(_places(document, kind)).get("addresses"))
    return {
        **own,
        "url": own["website"] if kind == "organization" else own["url"],
        "organisation": str((document.get("organization") or {}).get("name") or ""),
        "phone": str(_first(document.get("phones")).get("number") or ""),
        "hours": str(_first(document.get("schedules")).get("description") or ""),
        "status": str(document.get("status") or "active"),
        **{name: str(address.get(name) or "") for name in ADDRESS},
    }


def changed(document: Document, kind: str, given: dict[str, Any]) -> Document:
    """A copy of the document with what the form says; only fields that differ from it are written."""
    after, before = copy.deepcopy(document), begun(document, kind)
    new = {name: value for name, value in given.items() if name in before and value != before[name]}
    own = OWN_OF_ORGANISATION if kind == "organization" else OWN
    for name in own:
        key = "url" if name == "website" else name
        if key in new:
            _put(after, name, new[key])
    if kind == "service":
        after.setdefault("status", "active")
        if "status" in new:
            after["status"] = new["status"]
        if "organisation" in new:
            _put(_inner(after, "organization"), "name", new["organisation"])
    if "phone" in new:
        _put(_item(after, "phones"), "number", new["phone"])
    if "hours" in new and kind == "service":
        _put(_item(after, "schedules"), "description", new["hours"])
    if kind != "service_at_location":
        _move(after, kind, {name: new[name] for name in ADDRESS if name in new})
    return after


def fresh() -> Document:
    """A new service."""
    return {"id": str(uuid4()), "name": "", "status": "active"}


def _move(document: Document, kind: str, new: dict[str, str]) -> None:
    """What changed of the first address."""
    if new:
        address = _item(_place(document, kind), "addresses", ELSEWHERE)
        for name, value in new.items():
            _put(address, name, value)


def _places(document: Document, kind: str) -> list[Document]:
    if kind == "location":
        return [document]
    if kind == "organization":
        return [one for one in document.get("locations") or [] if isinstance(one, dict)]
    at = [one for one in document.get("service_at_locations") or [] if isinstance(one, dict)]
    return [one["location"] for one in at if isinstance(one.get("location"), dict)]


def _place(document: Document, kind: str) -> Document:
    if found := _places(document, kind):
        return found[0]
    if kind == "organization":
        return _item(document, "locations", {"location_type": "physical"})
    at = _item(document, "service_at_locations")
    at["location"] = {"id": str(uuid4()), "location_type": "physical"}
    return at["location"]  # type: ignore[no-any-return]  # the document just made


def _inner(document: Document, name: str) -> Document:
    if not isinstance(document.get(name), dict):
        document[name] = {"id": str(uuid4())}
    return document[name]  # type: ignore[no-any-return]  # a document


def _item(document: Document, name: str, begun_as: Document | None = None) -> Document:
    """The first of a list, made when there is none."""
    items = document.setdefault(name, [])
    if not items:
        items.append({"id": str(uuid4()), **(begun_as or {})})
    return items[0]  # type: ignore[no-any-return]  # a document


def _first(items: object) -> Document:
    return items[0] if isinstance(items, list) and items and isinstance(items[0], dict) else {}


def _put(document: Document, name: str, value: str) -> None:
    if value:
        document[name] = value
    else:
        document.pop(name, None)
