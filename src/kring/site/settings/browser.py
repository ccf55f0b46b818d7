"""What the browser is told: policy, cookies, static files (security.md 4.21)."""

from django.utils.csp import CSP

from kring.site.settings.place import HTTPS, KRING_DATA
from kring.site.settings.register import KRING_COOKIE

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-src": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
    "report-uri": ["/policy-broken"],
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

_PREFIX = "__Host-" if HTTPS else ""
CSRF_COOKIE_NAME = f"{_PREFIX}{KRING_COOKIE}-form"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "kring.site.refusals.stale_form"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}{KRING_COOKIE}-language"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
KRING_THEME_COOKIE = f"{_PREFIX}{KRING_COOKIE}-theme"

STATIC_URL = "static/"
STATIC_ROOT = KRING_DATA / "static"
STATIC_ROOT.mkdir(mode=0o755, exist_ok=True)
# Hashed names once `collectstatic` has run (production); straight from the package until then (demo, tests).
_COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
_STORAGE = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if _COLLECTED
    else ("django.contrib.staticfiles.storage.StaticFilesStorage")
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": _STORAGE},
}
WHITENOISE_USE_FINDERS = not _COLLECTED
WHITENOISE_AUTOREFRESH = False
