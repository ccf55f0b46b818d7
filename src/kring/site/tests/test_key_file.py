"""The key file on paper: whatever the number of its masters it comes back the same, and a slip is noticed."""

from typing import Any, Never

import pytest
from django.db import OperationalError, connection

from kring.site.key_file import NotThisOne, fits, from_paper, on_paper
from kring.team.testing import Town
from kring.vault import server_keys
from kring.vault.models import Principal
from kring.vault.server_keys import ServerKeys
from kring.vault.tests.attacker import raw


@pytest.mark.parametrize("masters", [1, 2, 3, 4, 5, 8])
def test_what_is_typed_over_is_the_file(masters: int) -> None:
    keys = ServerKeys("00" * 7 + "a1", tuple(bytes([number] * 32) for number in range(masters)))
    again = from_paper("\n".join(on_paper(keys)).lower().replace("-", " ").replace("0", "o").replace("1", "l"))
    assert (again.instance, again.masters) == (keys.instance, keys.masters)


def test_each_wrong_sign_a_missing_line_and_two_lines_swapped_are_noticed() -> None:
    lines = on_paper(ServerKeys("0123456789abcdef", (bytes(range(32)),)))
    code = "".join(lines).replace("-", "")
    wrong = [code[:at] + ("Z" if code[at] != "Z" else "Y") + code[at + 1 :] for at in range(len(code))]
    wrong += ["".join(lines[1:]), "".join([lines[1], lines[0], *lines[2:]]), "", "?", "U" * 72]
    for typed in wrong:
        with pytest.raises(NotThisOne):
            from_paper(typed)


@pytest.mark.django_db
def test_the_file_that_wrote_the_rows_fits_and_no_other(town: Town) -> None:
    ours = server_keys.server_keys()
    assert fits(ours)
    assert not fits(ServerKeys(ours.instance, (bytes(32),)))
    assert not fits(ServerKeys("0123456789abcdef", ours.masters))


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: Any) -> Never:
        raise OperationalError

    other = ServerKeys("0123456789abcdef", (bytes(32),))
    assert fits(other), "nobody is in it yet"
    monkeypatch.setattr(connection.introspection, "table_names", away)
    with pytest.raises(NotThisOne):
        fits(other)


@pytest.mark.django_db
def test_a_row_without_a_mac_is_of_no_file(town: Town) -> None:
    raw(Principal).filter(id=town.noor.principal).update(mac=b"")
    assert not Principal.objects.get(id=town.noor.principal).written_by(server_keys.server_keys())
