"""Where this installation lives: its folder, its address, its secret. The only module that reads the environment.

KRING_DATA      folder with the database, the server key file and what else belongs to one instance
KRING_DATABASE  postgresql:// address; without it SQLite in KRING_DATA
KRING_PREPARE   "off" before a pooler in transaction mode that knows no prepared statements (PgBouncer before 1.21)
KRING_ORIGIN    public address, such as https://kring.example.be; without it this machine only, over http
KRING_HOSTS     further host names, separated by commas
KRING_SMTP      where mail goes out, such as smtp://user:password@mail.example.be:587?tls=starttls (see site/post.py)
KRING_IMAP      the team mailbox to empty, such as imap://user:password@mail.example.be (see site/imap.py)
KRING_MAIL_FROM the address of the team mailbox, which our mail comes from and which is never answered
KRING_AWAY      a folder on another disk: the ledger and the checkpoints are copied there while Kring is served
KRING_EMBED_ON  sites that may show the form in a frame, such as https://www.example.be; without it none may
KRING_ATTACHMENT_MEGABYTES   the largest attachment of a dossier; without it 50
KRING_LOCAL_SECURITY_CELL    "off": nobody can choose it as the ground of telling something; without it they can
KRING_OIDC_ISSUER  the city's own sign-in, such as https://login.example.be/town; without it there is none (team/city)
KRING_OIDC_CLIENT  how that sign-in calls us
KRING_OIDC_SECRET_FILE   a file with our secret there, for its owner alone; without it we have none (PKCE alone)
KRING_OIDC_CA   a file with an authority of the city's own that signed its certificate
KRING_QUICK_EXIT   where a client's page is left to in haste, such as https://weather.example; without it an empty page
KRING_TODAY     the case date of a demo, such as 2021-03-01; without it the calendar's
"""

import os
import re
import secrets
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PACKAGE = Path(__file__).resolve().parents[2]
CHECKOUT = PACKAGE.parents[1] if (PACKAGE.parents[1] / "pyproject.toml").exists() else Path.cwd()

KRING_DATA = Path(os.environ.get("KRING_DATA") or CHECKOUT / "data").absolute()
KRING_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
KRING_DATABASE = os.environ.get("KRING_DATABASE", "")
KRING_PREPARE = os.environ.get("KRING_PREPARE", "").strip().lower() != "off"

KRING_ORIGIN = os.environ.get("KRING_ORIGIN", "").rstrip("/")
HTTPS = KRING_ORIGIN.startswith("https://")
_named = [name.strip() for name in os.environ.get("KRING_HOSTS", "").split(",") if name.strip()]
_public = [host] if (host := urlsplit(KRING_ORIGIN).hostname) else []
KRING_SMTP = os.environ.get("KRING_SMTP", "")
KRING_IMAP = os.environ.get("KRING_IMAP", "")
KRING_MAIL_FROM = os.environ.get("KRING_MAIL_FROM") or f"kring@{urlsplit(KRING_ORIGIN).hostname or 'localhost'}"
KRING_ATTACHMENT_BYTES = int(os.environ.get("KRING_ATTACHMENT_MEGABYTES") or 50) * 1024 * 1024
KRING_LOCAL_SECURITY_CELL = os.environ.get("KRING_LOCAL_SECURITY_CELL", "").strip().lower() != "off"
KRING_AWAY = os.environ.get("KRING_AWAY", "")
KRING_OIDC_ISSUER = os.environ.get("KRING_OIDC_ISSUER", "").strip()
KRING_OIDC_CLIENT = os.environ.get("KRING_OIDC_CLIENT", "").strip()
KRING_OIDC_SECRET_FILE = os.environ.get("KRING_OIDC_SECRET_FILE", "")
KRING_OIDC_CA = os.environ.get("KRING_OIDC_CA", "")
KRING_QUICK_EXIT = os.environ.get("KRING_QUICK_EXIT", "").strip()
KRING_TODAY = date.fromisoformat(os.environ["KRING_TODAY"]) if os.environ.get("KRING_TODAY") else None


def _sites(named: str) -> list[str]:
    """Origins and nothing else: what stands here goes into a policy word for word."""
    sites = [site.strip() for site in named.split(",") if site.strip()]
    for site in sites:
        if not re.fullmatch(r"https://[a-z0-9.-]+(:\d+)?|http://(localhost|127\.0\.0\.1)(:\d+)?", site):
            raise ImproperlyConfigured(f"KRING_EMBED_ON names no origin of a site: {site}")
    return sites


def _check_city(issuer: str, client: str, origin: str) -> None:
    """Whoever can stand between us and the city's sign-in would say who comes: https, or this machine alone."""
    if issuer and not re.fullmatch(r"https://[^\s?#]+|http://(localhost|127\.0\.0\.1)(:\d+)?(/[^\s?#]*)?", issuer):
        raise ImproperlyConfigured("KRING_OIDC_ISSUER is no https address.")
    if issuer and not (client and origin):
        raise ImproperlyConfigured("KRING_OIDC_ISSUER needs KRING_OIDC_CLIENT and KRING_ORIGIN beside it.")


if KRING_QUICK_EXIT and not re.fullmatch(r"https://[^\s;\"'<>]+", KRING_QUICK_EXIT):
    raise ImproperlyConfigured("KRING_QUICK_EXIT is no https address.")
_check_city(KRING_OIDC_ISSUER, KRING_OIDC_CLIENT, KRING_ORIGIN)
KRING_EMBED_ON = _sites(os.environ.get("KRING_EMBED_ON", ""))
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_public, *_named]
CSRF_TRUSTED_ORIGINS = [KRING_ORIGIN] if HTTPS else []


def _secret() -> str:
    """Derive Django's secret from the server key file.

    Before `init` has made that file, and for tools that only load the settings, a secret of this process will
    do: nothing of ours is signed with it and kept. The file is named here, because settings cannot be asked yet.
    """
    if not (KRING_DATA / "server.key").exists():
        return secrets.token_urlsafe(48)
    from kring.vault import server_keys

    return server_keys.read(KRING_DATA / "server.key").of("django").hex()


SECRET_KEY = _secret()
