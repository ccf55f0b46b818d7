"""The lines of time of the demo say what its summaries say: the last contact, each attempt since, and no more."""

import pytest

from kring.site.town import contacts
from kring.site.town.caseload import DAY
from kring.site.town.tests.conftest import FoundedDemo
from kring.site.town.tests.test_demo import session_of
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.models import ContactRecord
from kring.support.desk.rules import Case, grown_quiet
from kring.support.desk.today import queries
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier
from kring.vault import gate

pytestmark = pytest.mark.django_db
SIGN_IN = {"noor": "noor.claes", "samir": "samir.daoudi", "tom": "tom.wouters", "joris": "joris.peeters"}


def written(demo: FoundedDemo, who: str) -> list[tuple[Case, list[Contact]]]:
    """The dossiers of a colleague in which contacts were written, each with them, by day."""
    session = session_of(demo, SIGN_IN[who])
    rows = ContactRecord.objects.filter(dossier__holder=session.person, form=ContactRecord.Form.CONTACT)
    of = sorted({row.dossier_id or "" for row in rows})
    keys = gate.entering(session, act="test", of=of, parts=["summary", "journal"])
    found = []
    for dossier in Dossier.objects.select_related("summary").filter(id__in=of):
        summary = keys.open(dossier.summary, SummaryContent)
        case = Case(dossier.id, dossier.number, mine=True, opened_on=dossier.opened_on, summary=summary)
        told = [keys.open(row, Contact) for row in rows if row.dossier_id == dossier.id]
        found.append((case, sorted(told, key=lambda one: one.at)))
    return found


@pytest.mark.parametrize("who", contacts.OF)
def test_a_line_of_time_says_what_its_summary_says(demo: FoundedDemo, who: str) -> None:
    for case, told in written(demo, who):
        reached = [one.at.date() for one in told if one.made]
        assert case.summary.last_contact_on == max(reached)
        assert case.summary.attempts_since == sum(not one.made for one in told if one.at.date() > max(reached))
        assert min(one.at.date() for one in told) >= case.opened_on
        assert all(len(one.domains) == one.made for one in told)
        assert not [one for one in told if one.at.date() > DAY]


@pytest.mark.parametrize("who", contacts.OF)
def test_somebody_was_met_today_and_somebody_could_not_be_reached(demo: FoundedDemo, who: str) -> None:
    cases = [case for case, _ in written(demo, who)]
    assert any(case.summary.last_contact_on == DAY for case in cases)
    told = [one for _, several in written(demo, who) for one in several]
    assert {one.made for one in told} == {True, False}
    assert any((DAY - one.at.date()).days > 28 for one in told)


def test_whatever_is_named_as_quiet_has_a_line_of_time(demo: FoundedDemo) -> None:
    """Of every holder, also of dossiers that somebody is deputy of."""
    told = set(ContactRecord.objects.values_list("dossier", flat=True))
    for who in SIGN_IN.values():
        seen = queries.look(session_of(demo, who), DAY, DAY)
        quiet = grown_quiet(seen.cases, DAY)
        assert quiet
        assert {case.dossier for case in quiet} <= told
