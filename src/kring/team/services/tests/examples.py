"""Invented directory files: one service as a Flemish town would write it, and a document with every field there is."""

from typing import Any

from kring.team.services.shape import COMMON, DAY, HOUR, MOMENT, NUMBER, SHAPES

VALUES = {DAY: "2021-03-01", HOUR: "09:30:00", MOMENT: "2021-03-01T09:30:45.123Z", NUMBER: 12.5}
HOUSING: dict[str, Any] = {
    "id": "5f1a1d8e-0000-4000-8000-000000000001",
    "name": "Woonbegeleiding De Brug",
    "status": "active",
    "description": "Hulp bij zoeken en houden van een woning. Één vraag is genoeg.",
    "application_process": "Bel of kom langs, zonder afspraak op woensdag.",
    "fees_description": "Gratis.",
    "email": "wonen@brug.example",
    "x_town_code": {"nis": 12025, "tags": ["wonen", None, True, 0.1]},
    "phones": [{"id": "p1", "number": "015 00 00 10", "description": "onthaal"}],
    "schedules": [{"id": "s1", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "12:00"}],
    "organization": {"id": "o1", "name": "CAW De Brug", "description": "Welzijn"},
    "service_at_locations": [
        {
            "id": "l1",
            "location": {
                "id": "l2",
                "location_type": "physical",
                "name": "Huis aan de Dijle",
                "addresses": [
                    {
                        "id": "a1",
                        "address_1": "Kade 7",
                        "city": "Mechelen",
                        "state_province": "Antwerpen",
                        "postal_code": "2800",
                        "country": "BE",
                        "address_type": "physical",
                    }
                ],
                "contacts": [{"id": "c1", "name": "An Onthaal", "phones": [{"id": "p2", "number": "015 00 00 11"}]}],
            },
        }
    ],
}


def full(kind: str, within: tuple[str, ...] = ()) -> dict[str, Any]:
    """A document with every field of its kind, objects inside objects until a kind would come again."""
    shape = SHAPES[kind]
    document: dict[str, Any] = {}
    for name, sort in shape.plain.items():
        document[name] = shape.values[name][-1] if name in shape.values else VALUES.get(sort, f"{kind} {name} é")
    inside = (*within, kind)
    document |= {name: full(of, inside) for name, of in shape.one.items() if of not in inside}
    many = {**shape.many, **({} if {"attribute", "metadata"} & set(inside) else COMMON)}
    document |= {name: [full(of, inside)] for name, of in many.items() if of not in inside}
    return document
