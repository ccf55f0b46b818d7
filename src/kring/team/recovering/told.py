"""Who is told when the recovery key is asked for or used: a mail without content, in one's own language."""

from collections.abc import Iterable

from kring.team import queries
from kring.team.models import Colleague
from kring.vault import outbox, sharing
from kring.vault.acts import Act
from kring.vault.models import RecoveryRequest


def tell(act: Act, people: Iterable[Colleague], letter: str) -> None:
    """Post one mail to each address."""
    for email, language in {one.email: one.language for one in people if one.email}.items():
        outbox.post(act, to=email, template=letter, language=language)


def privacy_officers() -> list[Colleague]:
    """Whoever holds the office of the data protection officer."""
    return [who for one in queries.groups(["dpo"]) for who in queries.members_of(one.principal)]


def whose_lock(row: RecoveryRequest) -> list[Colleague]:
    """Everybody who holds a named lock, or belongs to a circle or an office that is named (security.md 4.9)."""
    bundles = {name.rsplit("/", 1)[0] for name in row.parts.split()}
    named = [one for one in queries.open_groups() if one.principal in bundles]
    holding = queries.colleagues(who for who, _bundle in sharing.holders_of(bundles)).values()
    return [*holding, *(who for one in named for who in queries.members_of(one.principal))]
