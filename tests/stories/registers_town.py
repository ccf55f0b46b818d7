"""People in one register, in a process of its own: `founded` leaves them there, `opened` says what opens with what.

Each is run by itself by test_registers.py, with Django set up on one folder. The same passwords in every register: what
keeps them apart is not that somebody chose another one.
"""

import json
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey

from kring.site.founding import found_house
from kring.site.town.people import HOUSE
from kring.team.models import Colleague
from kring.vault import slots
from kring.vault.gate import OWN_KEY, entering
from kring.vault.keycheck import OWN
from kring.vault.models import Envelope, Lock, Principal
from kring.vault.primitives import is_id
from kring.vault.refusals import Refused
from kring.vault.rows import concrete

PASSWORD = "the same password in each register"


def founded(_: Path) -> None:
    """The people of the town, all with one password."""
    found_house(HOUSE, {one.key: PASSWORD for one in HOUSE.people})


def opened(_: Path) -> None:
    """Print how many people get in, how many locks open for them, how many rows are ours, and what stands here."""
    people = list(Colleague.objects.all())
    gets_in, locks = 0, 0
    for one in people:
        try:
            session = slots.open_password(one.principal, PASSWORD).session()
        except Refused:
            continue
        gets_in += 1
        bundles = set(Envelope.objects.filter(holder_id=one.principal).values_list("bundle", flat=True))
        keys = entering(session, act="test.look", of=sorted(bundles), parts=[OWN, OWN_KEY], strict=False)
        locks += len(keys.all_parts)
    ours = 0
    for row in Principal.objects.all():
        try:
            ours += row.verified() is row
        except Refused:
            continue
    tables = sorted({name.partition("_")[0] for name in connection.introspection.table_names()})
    counts = {"people": len(people), "gets_in": gets_in, "opened": locks, "rows": Principal.objects.count()}
    labels = sorted(app.label for app in apps.get_app_configs())
    print(json.dumps({**counts, "ours": ours, "locks": Lock.objects.count(), "tables": tables, "apps": labels}))


def relations(_: Path) -> None:
    """Print every relation between tables of this process as [from, to]."""
    tables = [model._meta for model in apps.get_models(include_auto_created=True)]
    keys = [(of, field) for of in tables for field in of.concrete_fields if isinstance(field, ForeignKey)]
    pairs = [[of.app_label, field.related_model._meta.app_label] for of, field in keys]
    print(json.dumps(pairs))


def ids(_: Path) -> None:
    """Print the random id of every guarded row of this process."""
    rows = (row for table in concrete() for row in table.objects.values_list("pk", flat=True))
    print(json.dumps(sorted(row for row in rows if is_id(row))))
