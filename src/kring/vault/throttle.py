"""How often something was tried lately. Counts are kept under an HMAC: no address, no name lies in the table."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from kring.vault.models import Throttle
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys

LONGEST = timedelta(days=1)
"""No window is longer; older rows count for nothing."""

_COUNT = (
    "INSERT INTO vault_throttle (token, opened_at, count) VALUES (%s, %s, 1) ON CONFLICT (token) DO UPDATE SET"
    " count = CASE WHEN vault_throttle.opened_at <= %s THEN 1 ELSE vault_throttle.count + 1 END,"
    " opened_at = CASE WHEN vault_throttle.opened_at <= %s THEN excluded.opened_at ELSE vault_throttle.opened_at END"
    " RETURNING count"
)
"""One statement, so that two tries at once are two, and a page pays for one query a count."""


def count(what: str, who: str, window: timedelta = timedelta(minutes=1)) -> int:
    """Count one try of `what` by `who`; the number of tries in the running window."""
    now = timezone.now()
    over = _instant(now - window)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [_token(what, who), _instant(now), over, over])
        return int(cursor.fetchone()[0])


def counted(what: str, who: str, window: timedelta) -> int:
    """The number of tries in the running window, without counting one."""
    found = Throttle.objects.filter(token=_token(what, who), opened_at__gt=timezone.now() - window).first()
    return found.count if found else 0


def forget(what: str, who: str) -> None:
    """Start counting anew: it went well."""
    Throttle.objects.filter(token=_token(what, who)).delete()


def clear() -> int:
    """Remove rows whose window is long past; how many. The sealer does so now and then."""
    return Throttle.objects.filter(opened_at__lt=timezone.now() - LONGEST).delete()[0]


def _token(what: str, who: str) -> str:
    return mac(server_keys().of("throttle"), encode(what, who)).hex()


def _instant(moment: datetime) -> str | datetime | None:
    """A moment as this engine stores it."""
    stored: str | datetime | None = connection.ops.adapt_datetimefield_value(moment)
    return stored
