"""The link of a guest to a table."""

from kring.support.consultation import actions as consultations
from kring.support.consultation.content import Seat
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.testing import Table, a_table
from kring.team.testing import Town
from kring.vault.primitives import new_id
from tests.stories.links.sent import Link, Sent, expire, guess_too_often, withdraw


def _seated(town: Town) -> tuple[Sent, Table, Seat]:
    table = a_table(town)
    lens = table.seat()
    path = table.invite(lens)
    table.give(lens)
    return Sent(path, {"code": code_of(lens.id)}), table, lens


def _expired(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    expire(table.opened().invitations[lens.id].principal)
    return sent


def _withdrawn(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    row = table.opened().invitations[lens.id]
    withdraw(row.bundle, row.principal)
    return sent


def _off_the_table(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    consultations.remove_seat(town.noor.session, table.opened(), table.now(lens), once=new_id())
    return sent


def _invited_again(town: Town) -> Sent:
    sent, table, lens = _seated(town)
    table.invite(table.now(lens))
    return sent


def _called_off(town: Town) -> Sent:
    sent, table, _ = _seated(town)
    consultations.call_off(town.noor.session, table.opened(), once=new_id())
    return sent


def _other_seat(town: Town) -> Sent:
    return Sent(_seated(town)[0].path, _seated(town)[0].fields)


def _tried_too_often(town: Town) -> Sent:
    sent, _, _ = _seated(town)
    guess_too_often(lambda: Sent(sent.path, {"code": "0000-0000"}))
    return sent


GUEST = Link(
    living=lambda town: _seated(town)[0],
    guess=lambda: Sent(f"/overleg/{new_id()}", {"code": "M82R-7VTC"}),
    most=30,
    while_seconds=1800,
    over={
        "expired": _expired,
        "extract withdrawn": _withdrawn,
        "off the table": _off_the_table,
        "invited again": _invited_again,
        "called off": _called_off,
        "code of another": _other_seat,
        "tried too often": _tried_too_often,
    },
)
