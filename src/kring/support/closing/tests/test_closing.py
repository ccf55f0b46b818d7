"""A role ends together with the client: what is written, what falls silent, what comes back."""

from datetime import date
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.figures.asked import By, Counting, Field, Not, Plain, UpTo
from kring.support.closing import actions
from kring.support.closing.content import Reason
from kring.support.closing.models import ClosingRecord
from kring.support.dossier.actions import OpenedDossier, add_co_worker
from kring.support.dossier.content import Identity, Phase, SummaryContent
from kring.support.dossier.figures_source import CLOSED, OPENED
from kring.support.dossier.models import Dossier, Task
from kring.support.dossier.opening import opening
from kring.support.dossier.queries import silent
from kring.support.plan.testing import a_row, an_action
from kring.support.testing import a_dossier
from kring.team.clock import on_day, today
from kring.team.testing import Persona, Town
from kring.vault import release
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
WITH_TALK = {"talk_on": "2021-03-02", "aftercare_first": "on", "aftercare_second": "on", "may_come_back": "on"}


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's dossier, Joris deputy."""
    return a_dossier(town, identity=Identity(name="Robin Vermeulen"))


def path(robin: OpenedDossier, step: str = "") -> str:
    return f"/dossiers/{robin.dossier.id}/closing{step}"


def close(who: Persona, robin: OpenedDossier, **given: Any) -> Any:
    sent = {"once": new_id(), "reason": Reason.TOGETHER.value, **WITH_TALK, **given}
    return who.client.post(path(robin), sent)


def row(robin: OpenedDossier) -> Dossier:
    return Dossier.objects.get(id=robin.dossier.id).verified()


def summary(who: Persona, robin: OpenedDossier) -> SummaryContent:
    return opening(who.session, robin.dossier.id, act="test.read").summary


def seen(who: Persona, robin: OpenedDossier) -> str:
    return strip_tags(who.client.get(path(robin)).content.decode())


def test_closing_together_ends_the_role_and_asks_how_it_goes_twice(town: Town, robin: OpenedDossier) -> None:
    said = "Ik had niet gedacht dat iemand zou blijven bellen."
    with on_day(date(2021, 3, 9)):
        assert close(town.noor, robin, verdict=said, note="Belt liever dan dat hij leest.").status_code == 302
        page = seen(town.joris, robin)
    assert (row(robin).state, row(robin).closed_on, row(robin).silent) == ("closed", date(2021, 3, 9), False)
    assert summary(town.noor, robin).phase == Phase.CLOSING
    due = dict(Task.objects.filter(dossier=robin.dossier).values_list("kind", "due_on"))
    assert due[Task.Kind.AFTERCARE_FIRST] == date(2021, 6, 9)
    assert due[Task.Kind.AFTERCARE_SECOND] == date(2021, 9, 9)
    for told in (said, "Belt liever dan dat hij leest.", "Doelen samen bereikt", "2 maart 2021"):
        assert told in page
    assert sweep() == []


def test_arc_02_the_term_is_shown_and_only_its_year_is_kept(town: Town, robin: OpenedDossier) -> None:
    with on_day(date(2021, 3, 9)):
        assert "regel SP-04: tot eind 2024" in seen(town.noor, robin)
        close(town.noor, robin)
    assert row(robin).retention_year == 2025


def test_arc_02_who_was_a_minor_is_kept_until_after_the_nineteenth_birthday(town: Town) -> None:
    robin = a_dossier(town, identity=Identity(name="Robin", born_on=date(2007, 5, 1)))
    with on_day(date(2021, 3, 9)):
        close(town.noor, robin)
    assert row(robin).retention_year == 2028


def test_without_a_talk_one_says_why_and_what_was_typed_comes_back(town: Town, robin: OpenedDossier) -> None:
    page = close(town.noor, robin, talk_on="", note="Zijn zus neemt op.")
    assert page.status_code == 200
    assert "Of zeg in enkele woorden waarom er geen was." in strip_tags(page.content.decode())
    assert "Zijn zus neemt op." in page.content.decode()
    assert row(robin).state == Dossier.State.OPEN
    assert close(town.noor, robin, talk_on="", why_no_talk="Hij wou het niet.").status_code == 302


def test_a_death_stills_everything_at_once_and_says_whom_to_call(town: Town, robin: OpenedDossier) -> None:
    assert close(town.noor, robin, reason="deceased", talk_on="").status_code == 302
    assert silent([robin.dossier.id]) == {robin.dossier.id}
    assert not Task.objects.filter(dossier=robin.dossier, kind__startswith="aftercare").exists()
    page = seen(town.noor, robin)
    assert "Wie we best zelf bellen" in page
    assert "Joris Peeters" in page


def test_a_colleague_may_ask_for_silence_without_a_death(town: Town, robin: OpenedDossier) -> None:
    """So that the clear column does not say that somebody died."""
    close(town.noor, robin, reason="moved", silent="on")
    assert silent([robin.dossier.id]) == {robin.dossier.id}
    assert "Wie we best zelf bellen" not in seen(town.noor, robin)


def test_aftercare_asks_whether_what_we_went_along_to_still_runs(town: Town, robin: OpenedDossier) -> None:
    close(town.noor, robin, reason="handed_over", to="De Brug, met Els")
    first = Task.objects.get(dossier=robin.dossier, kind=Task.Kind.AFTERCARE_FIRST)
    assert "Loopt het nog waar we mee naartoe gingen?" in seen(town.noor, robin)
    sent = {"once": new_id(), "held": "unknown", "words": "Hij neemt niet op."}
    for _ in range(2):
        town.noor.client.post(path(robin, f"/aftercare/{first.id}"), sent)
    assert ClosingRecord.objects.filter(kind="aftercare").count() == 1
    assert Task.objects.get(id=first.id).done_on == today()
    assert "Hij neemt niet op. · We weten het niet" in seen(town.joris, robin)
    other = town.noor.client.post(path(robin, f"/aftercare/{first.id}"), {**sent, "words": "Hij belde terug."})
    assert "Hij belde terug." in strip_tags(other.content.decode()), "the same form with other words is not dropped"


@pytest.mark.parametrize("more", [{}, {"beside": "on"}])
def test_aftercare_of_a_role_that_was_taken_up_again_is_not_written_and_not_lost(
    town: Town, robin: OpenedDossier, more: dict[str, str]
) -> None:
    close(town.noor, robin, reason="handed_over", to="De Brug, met Els")
    first = Task.objects.get(dossier=robin.dossier, kind=Task.Kind.AFTERCARE_FIRST)
    town.joris.client.post(path(robin, "/reopen"), {"once": new_id(), "why": "Hij belde zelf."})
    sent = {"once": new_id(), "held": "unknown", "words": "Hij neemt niet op.", **more}
    answer = town.noor.client.post(path(robin, f"/aftercare/{first.id}"), sent)
    assert answer.status_code == 409
    assert "Een collega was eerder." in strip_tags(answer.content.decode())
    assert "Hij neemt niet op." in answer.content.decode()
    assert not ClosingRecord.objects.filter(kind="aftercare").exists()


def test_taking_up_again_is_the_same_dossier_and_the_figure_counts_it_again(town: Town, robin: OpenedDossier) -> None:
    with on_day(date(2021, 3, 9)):
        close(town.noor, robin)
    with on_day(date(2021, 4, 1)):
        answer = town.joris.client.post(path(robin, "/reopen"), {"once": new_id(), "why": "Hij belde zelf."})
    assert answer["Location"].endswith("?done=reopened")
    assert row(robin).state == Dossier.State.OPEN
    assert summary(town.noor, robin).phase == Phase.FOLLOWUP
    assert not Task.objects.filter(dossier=robin.dossier, kind__startswith="aftercare", done_on=None).exists()
    counted = {on: _cases(town, on) for on in (date(2021, 3, 8), date(2021, 3, 20), date(2021, 4, 2))}
    assert list(counted.values()) == [1, 0, 1], "the days in between stay as they were"
    with on_day(date(2021, 5, 1)):
        close(town.noor, robin)
    assert [_cases(town, on) for on in (date(2021, 4, 2), date(2021, 5, 2))] == [1, 0], "a second closing too"


def _cases(town: Town, on: date) -> int:
    standing = UpTo(Field(OPENED, "opened_on"), on), Not(UpTo(Field(CLOSED, "closed_on"), on))
    by = By("programme", Plain(Field(OPENED, "programme")), ("street_work",))
    question = Counting(OPENED, standing, (by,), Field(OPENED, "holder"))
    asked = release.release(town.saar.session, act="test.count", question=question)
    return asked.inside.total or 0


def test_a_tap_sent_twice_closes_once_and_a_colleague_who_was_earlier_is_named(
    town: Town, robin: OpenedDossier
) -> None:
    sent = {"once": new_id(), "reason": "moved", **WITH_TALK}
    browser = town.noor.client
    assert [browser.post(path(robin), sent).status_code for _ in range(2)] == [302, 302]
    assert ClosingRecord.objects.filter(kind="closing").count() == 1
    for late in (
        close(town.joris, robin, note="Wat typte ik?"),
        browser.post(path(robin), {**sent, "note": "Anders."}),
    ):
        assert "Een collega was eerder" in strip_tags(late.content.decode())
    assert ClosingRecord.objects.filter(kind="closing").count() == 1


@pytest.mark.parametrize("who", ["tom", "nele", "greet", "ann", "hilde"])
def test_who_does_not_carry_it_sees_and_closes_nothing(town: Town, robin: OpenedDossier, who: str) -> None:
    assert town.people[who].client.get(path(robin)).status_code == 404
    assert close(town.people[who], robin).status_code == 404
    assert row(robin).state == Dossier.State.OPEN


def test_who_works_along_sees_how_it_ended_but_does_not_close(town: Town, robin: OpenedDossier) -> None:
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, robin.keys, robin.dossier, town.fatma.principal, from_on=today())
    assert close(town.fatma, robin).status_code == 404
    close(town.noor, robin, verdict="Het was goed.")
    page = seen(town.fatma, robin)
    assert "Doelen samen bereikt" in page
    assert "Het was goed." not in page, "own words are for client, holder and deputy"


def test_the_page_asks_few_queries_however_often_it_was_closed(
    town: Town, robin: OpenedDossier, django_assert_max_num_queries: Any
) -> None:
    close(town.noor, robin, verdict="Goed.")
    town.noor.client.post(path(robin, "/reopen"), {"once": new_id(), "why": "Hij belde."})
    close(town.noor, robin)
    browser = town.noor.client
    browser.get(path(robin))
    with django_assert_max_num_queries(13):  # eight, and the five of the journal
        browser.get(path(robin))


def test_each_goal_stands_beside_what_was_agreed_and_is_never_added_up(town: Town, robin: OpenedDossier) -> None:
    a_row(town.noor, robin.dossier, level=0)
    an_action(town.noor, robin.dossier)
    before = seen(town.noor, robin)
    assert "traint één keer per week" in before
    assert "zoals afgesproken" in before
    assert "Open acties" in before
    close(town.noor, robin)
    after = seen(town.joris, robin)
    assert "traint één keer per week" in after
    assert "zoals afgesproken" in after


def test_aftercare_that_a_colleague_wrote_meanwhile_stands_beside_what_was_typed(
    town: Town, robin: OpenedDossier
) -> None:
    close(town.noor, robin)
    first = Task.objects.get(dossier=robin.dossier, kind=Task.Kind.AFTERCARE_FIRST)
    at = path(robin, f"/aftercare/{first.id}")
    town.noor.client.post(at, {"once": new_id(), "words": "Het gaat goed met hem."})
    late = town.joris.client.post(at, {"once": new_id(), "words": "Hij klonk moe."})
    page = strip_tags(late.content.decode())
    assert (late.status_code, ClosingRecord.objects.filter(kind="aftercare").count()) == (409, 1)
    assert "Een collega schreef dit intussen ook op" in page
    assert page.index("Het gaat goed met hem.") < page.index("Hij klonk moe.")
    again = late.context["after"]
    assert town.joris.client.post(at, again.data).status_code == 302
    assert "Het gaat goed met hem." in seen(town.noor, robin)
    assert "Hij klonk moe." in seen(town.noor, robin)


def test_aftercare_written_in_the_very_same_moment_is_kept_once_and_shown_to_who_came_second(
    town: Town, robin: OpenedDossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(town.noor, robin)
    first = Task.objects.get(dossier=robin.dossier, kind=Task.Kind.AFTERCARE_FIRST)
    at, reads = path(robin, f"/aftercare/{first.id}"), actions.aftercare_task

    def reads_while_noor_writes(*given: Any) -> Task:
        row = reads(*given)
        with monkeypatch.context() as undone:
            undone.setattr(actions, "aftercare_task", reads)
            town.noor.client.post(at, {"once": new_id(), "words": "Het gaat goed met hem."})
        return row

    monkeypatch.setattr(actions, "aftercare_task", reads_while_noor_writes)
    late = town.joris.client.post(at, {"once": new_id(), "words": "Hij klonk moe."})
    page = strip_tags(late.content.decode())
    assert (late.status_code, ClosingRecord.objects.filter(kind="aftercare").count()) == (409, 1)
    assert "Het gaat goed met hem." in page
    assert "Hij klonk moe." in page
