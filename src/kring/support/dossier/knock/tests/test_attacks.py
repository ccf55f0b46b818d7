"""Who holds the raw database, the key file, or a member's key: none of them alone can try a name on the tokens."""

from dataclasses import replace
from itertools import combinations

import pytest

from kring.support.dossier.knock import tokens
from kring.support.dossier.knock.asking import Kind
from kring.support.dossier.knock.content import Referent
from kring.support.dossier.knock.registry import entered
from kring.support.dossier.knock.tests.test_knock import ROBIN, TWIN, knocks
from kring.support.dossier.models import BlindToken, IdentityRecord
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault import gate
from kring.vault import server_keys as kept
from kring.vault.gate import Keys, PartKey
from kring.vault.models import Envelope, JournalEntry, Lock
from kring.vault.primitives import Key
from kring.vault.refusals import Refused, WriteOutsideAct
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db


def token() -> int:
    return BlindToken.objects.get().token


def test_a_member_with_a_dump_but_without_the_key_file_tries_in_vain(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the server key a member would test a whole civil register in a fifth of a second."""
    a_dossier(town, identity=ROBIN, registered=True)
    circle = town.groups["welfare"]
    registry = entered(town.fatma.session, circle, act="test")
    assert tokens.tokens_of(registry, circle, ROBIN) == {1: token()}
    guessed = kept.ServerKeys(kept.server_keys().instance, (bytes(32),))
    monkeypatch.setattr(kept, "_cached", lambda path: guessed)
    assert tokens.tokens_of(registry, circle, ROBIN) != {1: token()}


def test_a_dump_and_the_key_file_but_no_member_try_in_vain(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    circle = town.groups["welfare"]
    lock = Lock.objects.get(bundle=circle, part="registry")
    assert {row.holder_id for row in Envelope.objects.filter(bundle=circle, grants__lock=lock)} == {
        circle,
        town.groups["recovery"],
    }
    for raw in (bytes(32), bytes(lock.mac)[:32], circle.encode().ljust(32)[:32]):
        forged = Keys("thief", {(circle, "registry"): PartKey(lock.id, 1, {1: Key(raw)})})
        assert tokens.tokens_of(forged, circle, ROBIN) != {1: token()}
        with pytest.raises(Refused):
            forged.open(BlindToken.objects.get(), Referent)


def test_the_raw_row_names_no_dossier_and_the_journal_names_no_token(town: Town) -> None:
    opened = a_dossier(town, identity=ROBIN, registered=True)
    row = BlindToken.objects.get()
    raw = "|".join(str(getattr(row, field.attname)) for field in row._meta.concrete_fields)
    assert opened.dossier.id not in raw
    assert opened.dossier.number not in raw
    assert not any(row.id in bytes(entry.text or b"").decode() for entry in JournalEntry.objects.all())


def test_single_names_and_dates_have_no_token(town: Town) -> None:
    circle = town.groups["welfare"]
    registry = entered(town.noor.session, circle, act="test")
    for parts in ({"name": ""}, {"born_on": None}, {"name": "Robin"}, {"name": "Van den Broeck"}):
        assert tokens.tokens_of(registry, circle, replace(ROBIN, **parts)) == {}


def test_a_token_moved_to_another_dossier_points_at_nobody(town: Town) -> None:
    """A writer in the database makes somebody else's dossier answer to a name: the seal says which token it was."""
    a_dossier(town, identity=ROBIN, registered=True)
    a_dossier(town, identity=TWIN, registered=True, holder=town.tom, deputy=town.lotte)
    one, other = BlindToken.objects.order_by("token")
    wanted = {row.token for row in (one, other)}
    unguarded(BlindToken).filter(id=one.id).update(token=other.token)
    unguarded(BlindToken).filter(id=other.id).update(token=one.token)
    assert {row.token for row in BlindToken.objects.all()} == wanted
    assert knocks(town, town.fatma, ROBIN).kind is Kind.NOTHING
    assert knocks(town, town.fatma, TWIN).kind is Kind.NOTHING


def test_a_seal_laid_in_another_row_does_not_open(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    a_dossier(town, identity=TWIN, registered=True, holder=town.tom, deputy=town.lotte)
    rows = list(BlindToken.objects.all())
    for one, other in combinations(rows, 2):
        unguarded(BlindToken).filter(id=one.id).update(blob=other.blob)
        unguarded(BlindToken).filter(id=other.id).update(blob=one.blob)
    assert knocks(town, town.fatma, ROBIN).kind is Kind.NOTHING


def test_an_identity_laid_in_another_dossier_is_no_likeness(town: Town) -> None:
    """Both are Noor's own; the number in the answer must be of the dossier that speaks of this person."""
    a_dossier(town, identity=ROBIN, registered=True, label="Iemand")
    other = a_dossier(town, identity=TWIN, registered=True, label="Iemand")
    unguarded(IdentityRecord).filter(dossier=other.dossier).delete()
    unguarded(IdentityRecord).update(dossier=other.dossier)
    assert knocks(town, town.noor, ROBIN).kind is Kind.NOTHING


def test_nobody_opens_the_registry_of_a_circle_he_is_not_in(town: Town) -> None:
    a_dossier(town, identity=ROBIN, registered=True)
    for outsider in (town.ann, town.greet, town.nele, town.saar, town.marc):
        with pytest.raises(Refused):
            gate.entering(outsider.session, act="test", of=[town.groups["welfare"]], parts=["registry"])


def test_a_token_is_written_in_an_act_alone(town: Town) -> None:
    with pytest.raises(WriteOutsideAct):
        BlindToken(circle=town.groups["welfare"], token=1).save()
