"""What was left in people's own letterboxes: it goes as personal working notes do, without two approvals.

Drafts, what was written while locked and words for a colleague are no records yet. One that names a dossier goes with
it already (vault/ties.py); this ends what names none. By the town's published rule, as everything.
"""

from django.db.models import Q

from kring.support.contacts.word.queries import WORD
from kring.team.clock import months_after, today
from kring.team.drafts.actions import KIND as DRAFT
from kring.team.retention.queries import own_letters_months
from kring.team.while_locked.actions import NOTE, UNSENT
from kring.vault.acts import acting
from kring.vault.models import Letter, Principal

BY = "system"
AT_ONCE = 200


def end_untouched() -> int:
    """Destroy what nobody touched for as long as the rule says; how many. For a schedule, needs no key."""
    day = today()
    months = own_letters_months(day)
    if not months:
        return 0
    of_people = Principal.objects.filter(kind=Principal.Kind.PERSON).values("id")
    left = Letter.objects.filter(
        Q(kind__in=(NOTE, UNSENT, WORD)) | Q(kind__startswith=DRAFT),
        letterbox__owner__in=of_people,
        dropped_at__date__lt=months_after(day, -months),
    ).select_related("letterbox")[:AT_ONCE]
    over = [letter.verified() for letter in left]
    if over:
        with acting("retention.untouched", by=BY, on=sorted({letter.letterbox.owner for letter in over})) as act:
            act.erase(over)
    return len(over)
