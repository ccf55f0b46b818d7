"""What HSDS 3.0 says of each kind of object: its fields, of what type, and which must be there. Pure data.

Source: the Human Services Data Specification 3.0 (openreferral.org), object by object. What is not in here is kept all
the same, and named in the report of an import.
"""

from dataclasses import dataclass, field

TEXT, NUMBER, DAY, MOMENT, HOUR = "text", "number", "date", "date-time", "time"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of object. plain: field -> type; one, many: field -> kind; must: fields that have to be there."""

    plain: dict[str, str]
    one: dict[str, str] = field(default_factory=dict)
    many: dict[str, str] = field(default_factory=dict)
    must: tuple[str, ...] = ("id",)
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def fields(self) -> set[str]:
        """Every field it may have."""
        return {*self.plain, *self.one, *self.many, *COMMON}


COMMON = {"attributes": "attribute", "metadata": "metadata"}
"""Lists that every object may carry."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LINKS = (
    *("organization_id", "service_id", "location_id", "service_at_location_id", "contact_id", "phone_id"),
    *("program_id", "schedule_id", "parent_organization_id", "taxonomy_id", "parent_id", "link_id", "taxonomy_term_id"),
)


def _texts(words: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), TEXT)


SHAPES: dict[str, Shape] = {
    "organization": Shape(
        _texts("id name alternate_name description email website tax_status tax_id legal_status logo uri")
        | {"year_incorporated": NUMBER},
        many={
            "additional_websites": "url",
            "funding": "funding",
            "contacts": "contact",
            "phones": "phone",
            "locations": "location",
            "programs": "program",
            "organization_identifiers": "organization_identifier",
            "services": "service",
        },
        must=("id", "name", "description"),
    ),
    "service": Shape(
        _texts(
            "id name alternate_name description url email status interpretation_services application_process"
            " fees_description wait_time fees accreditations eligibility_description assurer_email licenses alert"
        )
        | {"minimum_age": NUMBER, "maximum_age": NUMBER, "assured_date": DAY, "last_modified": MOMENT},
        one={"organization": "organization", "program": "program"},
        many={
            "additional_urls": "url",
            "phones": "phone",
            "schedules": "schedule",
            "service_areas": "service_area",
            "service_at_locations": "service_at_location",
            "languages": "language",
            "funding": "funding",
            "cost_options": "cost_option",
            "required_documents": "required_document",
            "contacts": "contact",
            "capacities": "service_capacity",
        },
        must=("id", "name", "status"),
        values={"status": ("active", "inactive", "defunct", "temporarily closed")},
    ),
    "service_at_location": Shape(
        _texts("id description"),
        one={"service": "service", "location": "location"},
        many={
            "service_areas": "service_area",
            "contacts": "contact",
            "phones": "phone",
            "schedules": "schedule",
        },
    ),
    "location": Shape(
        _texts(
            "id location_type url name alternate_name description transportation external_identifier"
            " external_identifier_type"
        )
        | {"latitude": NUMBER, "longitude": NUMBER},
        many={
            "languages": "language",
            "addresses": "address",
            "contacts": "contact",
            "accessibility": "accessibility",
            "phones": "phone",
            "schedules": "schedule",
        },
        must=("id", "location_type"),
        values={"location_type": ("physical", "postal", "virtual")},
    ),
    "address": Shape(
        _texts("id attention address_1 address_2 city region state_province postal_code country address_type"),
        must=("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
        values={"address_type": ("physical", "postal", "virtual")},
    ),
    "phone": Shape(
        _texts("id number type description") | {"extension": NUMBER},
        many={"languages": "language"},
        must=("id", "number"),
    ),
    "schedule": Shape(
        _texts("id wkst freq byday byweekno bymonthday byyearday description schedule_link attending_type notes")
        | {"valid_from": DAY, "valid_to": DAY, "dtstart": DAY, "until": DAY, "opens_at": HOUR, "closes_at": HOUR}
        | {"timezone": NUMBER, "count": NUMBER, "interval": NUMBER},
        values={"wkst": DAYS, "freq": ("WEEKLY", "MONTHLY")},
    ),
    "service_area": Shape(
        _texts("id name description extent extent_type uri"),
        values={"extent_type": ("geojson", "topojson", "kml", "text")},
    ),
    "contact": Shape(_texts("id name title department email"), many={"phones": "phone"}),
    "language": Shape(_texts("id name code note")),
    "funding": Shape(_texts("id source")),
    "accessibility": Shape(_texts("id description details url")),
    "cost_option": Shape(
        _texts("id option currency amount_description") | {"valid_from": DAY, "valid_to": DAY, "amount": NUMBER}
    ),
    "program": Shape(_texts("id name alternate_name description"), must=("id", "name", "description")),
    "required_document": Shape(_texts("id document uri")),
    "organization_identifier": Shape(
        _texts("id identifier_scheme identifier_type identifier"), must=("id", "identifier_type", "identifier")
    ),
    "service_capacity": Shape(
        _texts("id description") | {"available": NUMBER, "maximum": NUMBER, "updated": MOMENT},
        one={"unit": "unit"},
        must=("id", "available", "updated"),
    ),
    "unit": Shape(_texts("id name scheme identifier uri"), must=("id", "name")),
    "url": Shape(_texts("id label url"), must=("id", "url")),
    "attribute": Shape(
        _texts("id link_type link_entity value label"), one={"taxonomy_term": "taxonomy_term"}, must=("id",)
    ),
    "taxonomy_term": Shape(
        _texts("id code name description taxonomy language term_uri"),
        one={"taxonomy_detail": "taxonomy", "parent": "taxonomy_term"},
        must=("id", "name", "description"),
    ),
    "taxonomy": Shape(_texts("id name description uri version"), must=("id", "name", "description")),
    "metadata": Shape(
        _texts("id resource_id resource_type last_action_type field_name previous_value replacement_value updated_by")
        | {"last_action_date": DAY},
    ),
}
KINDS = ("organization", "service", "service_at_location", "location")
"""What stands in the directory by itself; everything else stands inside one of these."""
