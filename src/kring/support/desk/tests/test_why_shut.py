"""Why can I not see this: in plain words for who stands beside a dossier, and the one refusal for everybody else."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from kring.support.access import Who
from kring.support.desk import reasons
from kring.support.desk.reasons import SENTENCES, Facts, Held, Reason
from kring.support.desk.tests.test_pages import TOLD, WHO, asked
from kring.support.dossier import actions
from kring.support.dossier.actions import Kept, OpenedDossier
from kring.support.dossier.models import CoWorker, Summary
from kring.support.testing import ON, a_dossier
from kring.team.testing import PEOPLE, Persona, Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import Envelope, Grant, JournalEntry
from kring.vault.primitives import new_id
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 26, tzinfo=UTC)
FITS = Held(None, current=True, own=True, newest=True)


@pytest.fixture(autouse=True)
def _on_the_day(settings: object) -> None:
    settings.KRING_TODAY = ON  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts("referral", Who.CO_WORKER), Reason.NOT_GIVEN),
        (Facts("summary", Who.CO_WORKER), Reason.WAITING),
        (Facts("summary", Who.DEPUTY, renewed=True), Reason.WITHDRAWN),
        (Facts("summary", Who.HOLDER, held=[Held(NOW, current=True, own=True, newest=True)]), Reason.EXPIRED),
        (Facts("summary", Who.HOLDER, held=[FITS, Held(NOW, current=True, own=True, newest=True)]), Reason.UNFIT),
        (Facts("summary", Who.HOLDER, held=[Held(None, current=True, own=False, newest=True)]), Reason.AGAIN),
        (Facts("summary", Who.DEPUTY, held=[Held(None, current=False, own=True, newest=True)]), Reason.WITHDRAWN),
        (Facts("summary", Who.DEPUTY, held=[Held(None, current=True, own=True, newest=False)]), Reason.WITHDRAWN),
        (Facts("summary", Who.HOLDER, held=[FITS]), Reason.UNFIT),
        (Facts("summary", None, over_on=ON), Reason.OVER),
        (Facts("summary", Who.HOLDER, shredded=True, held=[FITS]), Reason.DESTROYED),
        (Facts("summary", None, over_on=ON, shredded=True), Reason.OVER),
        (Facts("summary", None), Reason.NOT_GIVEN),
    ],
)
def test_the_first_reason_that_applies(facts: Facts, expected: Reason) -> None:
    assert reasons.why(facts, NOW) is expected
    assert set(SENTENCES) == set(Reason)


def opened(town: Town) -> OpenedDossier:
    """Noor's dossier with Joris as deputy and Fatma working along."""
    made = a_dossier(town, label="Elias T.", identity=WHO, referral=[Kept("referral", TOLD)])
    with acting("test.along", by=town.noor.principal) as act:
        actions.add_co_worker(act, made.keys, made.dossier, town.fatma.principal, from_on=ON)
    return made


def page(who: Persona, made: OpenedDossier) -> tuple[int, str]:
    status, text, _ = asked(who.client, f"/dossiers/{made.dossier.id}")
    return status, text


def test_a_part_that_does_not_come_with_the_role_says_so_on_the_page(town: Town) -> None:
    status, text = page(town.fatma, opened(town))
    assert status == 200
    assert "Dit deel hoort niet bij jouw rol in dit dossier." in text
    assert "what the school told" not in text
    assert "Dit deel hoort niet" not in page(town.noor, opened(town))[1]


def withdrawn(town: Town, made: OpenedDossier) -> Persona:
    with acting("test.withdraw", by=town.noor.principal) as act:
        sharing.withdraw(act, bundle=made.dossier.id, parts=["summary"], holder=town.joris.principal)
    return town.joris


def never_given(town: Town, made: OpenedDossier) -> Persona:
    with acting("test.hand_over", by=town.noor.principal) as act:
        act.change(made.dossier, deputy=town.tom.principal)
    return town.tom


def lent(town: Town, made: OpenedDossier) -> Persona:
    over = timezone.now() - timedelta(days=1)
    with acting("test.lend", by=town.noor.principal) as act:
        to = sharing.holders([town.lotte.principal], expires_at=over)
        sharing.give_parts(act, made.keys, bundle=made.dossier.id, parts=["summary"], to=to)
    return town.lotte


def worked_along(town: Town, made: OpenedDossier) -> Persona:
    with acting("test.over", by=town.noor.principal) as act:
        act.change(CoWorker.objects.get(person=town.fatma.principal), until_on=ON)
        sharing.withdraw(act, bundle=made.dossier.id, parts=["summary", "identity"], holder=town.fatma.principal)
    return town.fatma


def new_keys(town: Town, made: OpenedDossier) -> Persona:
    """Joris was let back in: what he held was given to keys he has no more."""
    with acting("test.again", by="system") as act:
        for envelope in Envelope.objects.filter(bundle=made.dossier.id, holder=town.joris.principal):
            act.change(envelope, holder_generation=envelope.holder_generation + 1)
    return town.joris


def destroyed(town: Town, made: OpenedDossier) -> Persona:
    with acting("test.erase", by=town.noor.principal) as act:
        sharing.shred(act, bundle=made.dossier.id, parts=["summary", "identity", "referral"])
    return town.noor


def spoiled(town: Town, made: OpenedDossier) -> Persona:
    """The key itself no longer fits its envelope; every row is genuine."""
    grants = Grant.objects.filter(lock__bundle=made.dossier.id, envelope__holder=town.joris.principal)
    with acting("test.spoil", by="system") as act:
        for grant in grants.filter(lock__part="summary"):
            act.change(grant, sealed=bytes(61))
    return town.joris


@pytest.mark.parametrize(
    ("how", "sentence", "helped"),
    [
        (withdrawn, "Je sleutel is teruggenomen: het slot is vernieuwd zonder jou.", True),
        (never_given, "Deze sleutel hoort bij jouw rol, maar je kreeg hem nog niet.", True),
        (lent, "Je kreeg de sleutel voor een tijd, en die is om.", True),
        (new_keys, "Je hebt intussen nieuwe eigen sleutels", True),
        (worked_along, "Je werkte mee aan dit dossier, en hebt sindsdien geen sleutel meer.", False),
        (destroyed, "Dit is vernietigd, voor iedereen.", False),
        (spoiled, "Je sleutel is er, maar opent niet.", False),
    ],
)
def test_who_stands_beside_a_dossier_reads_why_it_stays_shut(
    town: Town, how: Callable[[Town, OpenedDossier], Persona], sentence: str, helped: bool
) -> None:
    made = opened(town)
    who = how(town, made)
    status, text = page(who, made)
    assert status == 403
    assert sentence in text
    assert made.dossier.number in text
    assert "Elias" not in text
    assert "Vervloet" not in text
    assert ("Wie jou de sleutel kan geven: " in text) is helped
    if helped:
        names = text.split("Wie jou de sleutel kan geven: ", 1)[1].split(".", 1)[0]
        assert "Noor Claes" in names
        assert who.colleague.name not in names
    entries = [bytes(row.text or b"") for row in JournalEntry.objects.order_by("-id")[:2]]
    assert any(b'"refused"' in one and made.dossier.id.encode() in one for one in entries), "refused all the same"


def test_everybody_else_reads_the_one_refusal_whatever_became_of_it(town: Town) -> None:
    """A row put under the name of a colleague by a writer in the database does not make him one who knows."""
    made = opened(town)
    absent = asked(town.samir.client, f"/dossiers/{new_id()}")
    for how in (withdrawn, worked_along, destroyed):
        how(town, made)
        for name in PEOPLE:
            if name not in ("noor", "joris", "fatma"):
                status, text, _ = asked(getattr(town, name).client, f"/dossiers/{made.dossier.id}")
                assert (status, "Waarom je dit niet ziet" in text) == (404, False), name
    status, text, queries = asked(town.samir.client, f"/dossiers/{made.dossier.id}")
    assert (status, text, queries) == absent
    unguarded(type(made.dossier)).filter(id=made.dossier.id).update(deputy=town.samir.principal)
    assert asked(town.samir.client, f"/dossiers/{made.dossier.id}")[0] == 404


def test_a_key_that_was_laid_beside_a_dossier_puts_nobody_on_record(town: Town) -> None:
    """A writer in the database hangs a grant of this dossier under an envelope that Samir really holds."""
    made, his = opened(town), a_dossier(town, holder=town.samir, deputy=town.eline)
    envelope = Envelope.objects.get(bundle=his.dossier.id, holder=town.samir.principal)
    grant = Grant.objects.filter(lock__bundle=made.dossier.id, lock__part="summary")[0]
    grant.id, grant.envelope = new_id(), envelope
    unguarded(Grant).bulk_create([grant])
    assert page(town.samir, made)[0] == 404


def test_what_was_tampered_with_is_refused_and_not_explained(town: Town) -> None:
    """The keys were handed out and the content does not open: that is no question of who may."""
    made = opened(town)
    unguarded(Summary).filter(dossier=made.dossier).update(blob=bytes(200))
    assert page(town.noor, made)[0] == 404
    last = JournalEntry.objects.order_by("-id").values_list("text", flat=True)[0]
    assert b'"refused"' in bytes(last or b"")


def test_the_list_says_which_of_ones_own_do_not_open_and_leads_there(town: Town) -> None:
    made = opened(town)
    _, before, _ = asked(town.joris.client, "/dossiers")
    assert "Deze gaan voor jou niet open:" not in before
    withdrawn(town, made)
    _, text, _ = asked(town.joris.client, "/dossiers")
    assert (
        f'Deze gaan voor jou niet open:</b> <a href="(this page)/{made.dossier.id}">{made.dossier.number}</a>' in text
    )
    assert "Elias" not in text
    assert made.dossier.number not in asked(town.samir.client, "/dossiers")[1]


def test_a_closed_dossier_of_ones_own_is_told_by_its_number_and_to_nobody_else(town: Town) -> None:
    made = opened(town)
    with acting("test.close", by=town.noor.principal) as act:
        actions.close_dossier(act, made.keys, made.dossier, ON)
    number = {"words": made.dossier.number}
    _, text, _ = asked(town.noor.client, "/dossiers", number)
    assert f"{made.dossier.number} is afgesloten sinds 1 maart 2021" in text
    assert f'href="(this page)/{made.dossier.id}"' in text
    _, theirs, queries = asked(town.samir.client, "/dossiers", number)
    _, nobodys, as_many = asked(town.samir.client, "/dossiers", {"words": "K-2222"})
    assert theirs.replace(made.dossier.number, "K-2222") == nobodys
    assert queries == as_many
    assert "Niets gevonden" in theirs


def test_what_opens_is_not_explained(town: Town) -> None:
    made = opened(town)
    status, text = page(town.joris, made)
    assert status == 200
    assert "Waarom je dit niet ziet" not in text
