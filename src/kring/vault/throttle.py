"""How often something was tried lately. Counts are kept under an HMAC: no address, no name lies in the table."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from kring.vault.models import Throttle
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys


def count(what: str, who: str, window: timedelta = timedelta(minutes=1)) -> int:
    """Count one try of `what` by `who`; the number of tries in the running window."""
    token = mac(server_keys().of("throttle"), encode(what, who)).hex()
    now = timezone.now()
    Throttle.objects.filter(token=token, opened_at__lte=now - window).delete()
    Throttle.objects.get_or_create(token=token, defaults={"opened_at": now})
    Throttle.objects.filter(token=token).update(count=F("count") + 1)
    return Throttle.objects.values_list("count", flat=True).get(token=token)


def forget(what: str, who: str) -> None:
    """Start counting anew: it went well."""
    Throttle.objects.filter(token=mac(server_keys().of("throttle"), encode(what, who)).hex()).delete()
