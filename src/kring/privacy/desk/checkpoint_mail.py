"""Each night the newest checkpoint of the journal goes to the privacy officer by mail, so that she has it at home.

It says how long the journal is and what it hashes to, signed: no word of content, no id of anybody. With those she has
kept nobody rewrites what was before, not who holds the server either. The same lie in the folder of checkpoints, and in
`KRING_AWAY`.
"""

from django.conf import settings
from django.utils import timezone

from kring.team import queries as team
from kring.vault import checkpoints, outbox
from kring.vault.acts import acting, outcome_of

BY, OFFICE, TEMPLATE = "system", "dpo", "checkpoint"


def post_tonight() -> int:
    """Put it in the outbox for each member of the office who has an address; how many. Once a day, needs no key."""
    once = f"checkpoint {timezone.localdate()}"
    if not settings.KRING_SMTP or outcome_of(once, actor=BY, lock=OFFICE) is not None:
        return 0
    members = [who for one in team.groups([OFFICE]) for who in team.members_of(one.principal)]
    to = {one.email: one.language for one in members if one.email}
    if not to:
        return 0
    words = {"note": checkpoints.make_checkpoint().read_text(), "key": str(checkpoints.note_key())}
    with acting("privacy.checkpoint", by=BY) as act:
        if act.once(once, lock=OFFICE, outcome=OFFICE) is not None:
            return 0
        for email, language in to.items():
            outbox.post(act, to=email, template=TEMPLATE, language=language, words=words)
    return len(to)
