"""Two trustees are gone: what is said, who begins anew, who can stop it, and how what is held comes under it again."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.team import queries
from kring.team.enrolment.testing import NEW_PASSWORD, mails
from kring.team.models import Group, Membership
from kring.team.recovering import actions, anew, renewing
from kring.team.recovering.models import RecoveryAnew
from kring.team.recovering.tests.test_two_trustees import a_day_later, lost
from kring.team.testing import PASSWORD, Town
from kring.vault import gate, recovery, sharing, splitting
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.keycheck import keycheck
from kring.vault.models import Envelope, Principal, RecoveryRequest, RecoveryShare
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep
from kring.vault.tests.attacker import put_back

pytestmark = pytest.mark.django_db
PAGE = "/team/recovery/anew"
THREE = ("bart", "saar", "karel")


def ask(town: Town, *, by: str = "ann", three: tuple[str, ...] = THREE) -> Any:
    return town.people[by].client.post(PAGE, {"people": [town.people[name].principal for name in three]})


def confirm(town: Town, by: str, **given: str) -> Any:
    return town.people[by].client.post(f"{PAGE}/confirm", {"same_words": "on"} | given)


def a_week_later() -> None:
    with acting("test.week", by="system") as act:
        act.change(RecoveryAnew.objects.get(), asked_at=timezone.now() - timedelta(days=8))


@pytest.fixture
def gone(town: Town) -> list[RecoveryShare]:
    """Hilde and Marc lost everything: one share of three opens. All shares of before."""
    before = list(RecoveryShare.objects.all())
    lost(town, town.hilde)
    lost(town, town.marc)
    return before


@pytest.fixture
def founded(town: Town, gone: list[RecoveryShare]) -> list[RecoveryShare]:
    """Greet and Bart confirmed for their offices: Bart, Saar and Karel are the trustees."""
    ask(town)
    assert confirm(town, "greet")["Location"] == f"{PAGE}?done=confirm"
    a_week_later()
    assert confirm(town, "bart")["Location"] == f"{PAGE}?done=done"
    return gone


def sign_in(town: Town, who: str) -> Client:
    browser = Client()
    answer = browser.post("/sign-in", {"sign_in": f"{who}@kring.example", "password": PASSWORD})
    assert answer.status_code == 302
    return browser


def test_the_page_says_honestly_what_is_left(town: Town, gone: list[RecoveryShare]) -> None:
    page = town.ann.client.get(PAGE).content.decode()
    assert "een deel dat weg is, krijgt niemand terug" in page
    assert "Vertrouwenspersonen met een deel dat opengaat: Karel Thys." in page
    assert (
        "Er zijn geen twee vertrouwenspersonen meer" in town.ann.client.get("/team/recovery/trustees").content.decode()
    )


@pytest.mark.parametrize("who", ["noor", "saar", "nele"])
def test_nobody_else_sees_asks_confirms_or_stops(town: Town, who: str) -> None:
    assert town.people[who].client.get(PAGE).status_code == 404
    assert ask(town, by=who).status_code == 404
    ask(town, three=("bart", "greet", "karel"))
    assert confirm(town, who).status_code == 404
    assert town.people[who].client.post(f"{PAGE}/stop").status_code == 404
    assert RecoveryAnew.objects.get().confirmed_by == ""


def test_everybody_who_works_here_is_told_at_once(town: Town, gone: list[RecoveryShare]) -> None:
    assert ask(town)["Location"] == f"{PAGE}?done=asked"
    assert len({mail.to for mail in mails() if mail.template == "anew"}) == len(town.people)
    assert splitting.present(town.groups["recovery"]).holding == (town.karel.principal,), "asking changed nothing"


@pytest.mark.parametrize("three", [("bart", "saar"), ("bart", "saar", "noor"), ("bart", "saar", "ann")])
def test_three_people_in_no_circle_and_no_administrator(town: Town, three: tuple[str, ...]) -> None:
    assert ask(town, three=three).status_code == 200
    assert not RecoveryAnew.objects.exists()


def test_nobody_alone_not_one_office_not_within_a_week(town: Town, gone: list[RecoveryShare]) -> None:
    ask(town, by="greet")
    assert confirm(town, "greet").status_code == 404, "who asked does not confirm"
    assert confirm(town, "ann").status_code == 404, "an administrator holds no office"
    assert confirm(town, "bart").status_code == 302
    assert confirm(town, "bart").status_code == 404, "the same twice"
    assert "Eerst moet er een week voorbijgaan" in confirm(town, "karel").content.decode()
    assert "Vergelijk eerst de vier woorden" in confirm(town, "karel", same_words="").content.decode()
    assert queries.recovery() == town.groups["recovery"]


def test_two_of_one_office_are_one(town: Town, gone: list[RecoveryShare]) -> None:
    keys = gate.entering(town.greet.session, act="test.open", of=[town.groups["head_of_service"]], parts=[OWN_KEY])
    with acting("test.second", by="system") as act:
        group = Group.objects.get(code="head_of_service")
        act.add(Membership(group=group, colleague=town.saar.colleague, from_on="2020-01-01"))
        to = sharing.holders([town.saar.principal])
        sharing.give_parts(act, keys, bundle=group.principal, parts=[OWN_KEY], to=to)
    ask(town)
    confirm(town, "greet")
    a_week_later()
    assert confirm(town, "saar").status_code == 404
    assert queries.recovery() == town.groups["recovery"]


@pytest.mark.parametrize("by", ["karel", "hilde", "marc"])
def test_a_trustee_who_is_still_there_stops_it(town: Town, by: str) -> None:
    ask(town)
    assert town.people[by].client.post(f"{PAGE}/stop")["Location"] == f"{PAGE}?done=stop"
    a_week_later()
    assert confirm(town, "greet").status_code == 404
    assert actions.is_trustee(town.marc.principal)


def test_who_lost_his_share_stops_nothing(town: Town) -> None:
    browser = lost(town, town.marc)
    ask(town)
    assert browser.post(f"{PAGE}/stop").status_code == 404


def test_a_key_that_changed_since_it_was_asked_is_noticed(town: Town, gone: list[RecoveryShare]) -> None:
    ask(town)
    confirm(town, "greet")
    a_week_later()
    lost(town, town.saar)
    assert "heeft een andere sleutel" in confirm(town, "bart").content.decode()
    assert queries.recovery() == town.groups["recovery"]


def test_the_named_three_read_their_words_and_hold_a_share_from_then_on(town: Town, gone: list[RecoveryShare]) -> None:
    ask(town)
    assert "vergelijken deze woorden" in town.saar.client.get("/team/recovery/place").content.decode()
    confirm(town, "greet")
    a_week_later()
    confirm(town, "bart")
    assert {one.name for one in actions.trustees()} == {"Bart Leemans", "Saar Michiels", "Karel Thys"}
    assert town.saar.client.get("/team/recovery").status_code == 200
    assert not actions.is_trustee(town.marc.principal)


def test_shares_of_before_open_nothing_also_when_they_are_put_back(town: Town, founded: list[RecoveryShare]) -> None:
    put_back(founded)
    old = town.groups["recovery"]
    assert splitting.present(old).holding == ()
    assert Principal.objects.get(id=old).state == Principal.State.DISABLED
    with acting("test.ask", by="system") as act:
        asked = recovery.ask(act, recovery=old, receiver=town.noor.principal, parts=[(town.groups["samen"], OWN_KEY)])
    with pytest.raises(Refused):
        recovery.release(town.karel.session, asked, town.hilde.principal)


def test_what_colleagues_hold_comes_under_recovery_again_as_they_sign_in(
    town: Town, founded: list[RecoveryShare]
) -> None:
    key = queries.recovery()
    assert key
    missing = keycheck()["without_recovery"]
    assert missing > 5, "keycheck counts what cannot be given again"
    assert f"{renewing.lacks(key)} sloten liggen nog niet" in town.ann.client.get(PAGE).content.decode()
    left = [missing]
    for who in ("noor", "nele", "greet", "saar", "karel", "bart"):
        sign_in(town, who)
        left.append(keycheck()["without_recovery"])
    assert left == sorted(left, reverse=True)
    assert left[-1] == 1, "the office of the privacy officer: Hilde lost its key and nobody else holds it"
    assert sweep() == []


def test_then_the_new_three_give_again_what_is_lost_later(town: Town, founded: list[RecoveryShare]) -> None:
    sign_in(town, "nele")
    lost(town, town.eline)
    nele = lost(town, town.nele)
    nele.post("/team/recovery/ask")
    a_day_later(RecoveryRequest.objects.get(finished_at=None))
    row = RecoveryRequest.objects.get(finished_at=None)
    recovery.release(town.saar.session, row, town.bart.principal)
    recovery.finish(town.bart.session, RecoveryRequest.objects.get(id=row.id))
    assert (town.nele.principal, town.groups["samen"]) in sharing.holders_of([town.groups["samen"]])


def test_it_goes_in_slices_and_goes_on_where_it_broke_off(
    town: Town, founded: list[RecoveryShare], monkeypatch: pytest.MonkeyPatch
) -> None:
    noor, key = town.noor.session, queries.recovery() or ""
    begun = renewing.lacks(key)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as midway:
        midway.setattr(sharing, "give_parts", killed)
        with pytest.raises(KeyboardInterrupt):
            renewing.give_some(noor)
    assert renewing.lacks(key) == begun
    assert renewing.give_some(noor, bundles=1) == 1
    assert renewing.lacks(key) == begun - 1
    while renewing.give_some(noor, bundles=1):
        pass
    assert renewing.lacks(key) < begun - 1
    assert sweep() == []


def test_where_recovery_is_the_first_one_signing_in_looks_for_nothing(town: Town) -> None:
    assert renewing.give_some(town.noor.session) == 0
    assert "onder het herstel" not in town.ann.client.get(PAGE).content.decode()


def test_what_lay_under_the_key_of_before_is_cleared_in_slices(town: Town, founded: list[RecoveryShare]) -> None:
    old = Envelope.objects.filter(holder=town.groups["recovery"])
    assert old.exists()
    while anew.clear_some():
        pass
    assert not old.exists()
    assert sweep() == []


def test_a_password_of_a_new_day_is_not_needed(town: Town, founded: list[RecoveryShare]) -> None:
    """Who came back with another password signs in and gives like everybody."""
    browser = Client()
    given = {"sign_in": "marc@kring.example", "password": NEW_PASSWORD}
    assert browser.post("/sign-in", given).status_code == 302
