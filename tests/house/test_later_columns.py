"""A column that a migration adds to a guarded table is named there as a later one: else no row of before is ours."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddField

from kring.team.models import Colleague
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.rows import concrete


def added() -> Iterator[tuple[type[Any], str]]:
    """(guarded model, column) of every field that came after the first migration of its app."""
    guarded = set(concrete())
    for (label, _), migration in MigrationLoader(None).disk_migrations.items():
        for operation in migration.operations if not migration.initial else ():
            if isinstance(operation, AddField):
                model = apps.get_model(label, operation.model_name)
                if model in guarded:
                    yield model, model._meta.get_field(operation.name).attname  # type: ignore[union-attr]  # a column


def test_every_added_column_is_a_later_one_with_its_silent_value() -> None:
    found = list(added())
    assert found
    for model, column in found:
        assert column in model.later, f"{model.__name__}.{column}: name it in `later`"
        assert model.later[column] == model._meta.get_field(column).get_default()


def test_a_row_of_before_the_column_is_still_ours(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Colleague.objects.get(id=town.noor.colleague.id)
    with acting("test.silent", by="system") as act:
        act.change(row, email="")
    trace, columns = row.trace(), tuple(name for name in Colleague._columns() if name not in Colleague.later)
    with monkeypatch.context() as before:
        before.setattr(Colleague, "later", {})
        before.setattr(Colleague, "_columns", classmethod(lambda cls: columns))
        assert row.verified().trace() == trace
    row.email = "somebody@else.example"
    assert not Colleague.genuine([getattr(row, name) for name in Colleague.maced_columns()], row.mac)
    assert row.trace() != trace
