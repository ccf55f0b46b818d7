"""Which sign-in of the city this installation trusts: off unless `KRING_OIDC_ISSUER` names one (settings/place.py)."""

import stat
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Provider:
    """One issuer, and who we are to it. secret_file: without it we are a client without a secret (PKCE alone)."""

    issuer: str
    client: str
    secret_file: Path | None
    authority: str | None

    def secret(self) -> str:
        """The client's secret, read anew each time so that it can be renewed; "" when there is none.

        Raises ImproperlyConfigured when others on the machine may read the file.
        """
        if self.secret_file is None:
            return ""
        if self.secret_file.stat().st_mode & OTHERS:
            raise ImproperlyConfigured("KRING_OIDC_SECRET_FILE: others may read it (chmod 600).")
        return self.secret_file.read_text(encoding="utf-8").strip()


def provider() -> Provider | None:
    """The sign-in of the city, or None when this installation has none."""
    if not settings.KRING_OIDC_ISSUER:
        return None
    secret = Path(settings.KRING_OIDC_SECRET_FILE) if settings.KRING_OIDC_SECRET_FILE else None
    return Provider(settings.KRING_OIDC_ISSUER, settings.KRING_OIDC_CLIENT, secret, settings.KRING_OIDC_CA or None)


def offered() -> bool:
    """Whether the city has a sign-in here."""
    return bool(settings.KRING_OIDC_ISSUER)


def way_back() -> str:
    """Where the city sends somebody back: one address, made of our own origin and never of what a request says."""
    return f"{settings.KRING_ORIGIN}{reverse('city_back')}"
