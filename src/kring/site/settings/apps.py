"""Which apps, middleware and templates make up the product. No accounts, sessions, messages or admin of Django's."""

from kring.site.settings.place import PACKAGE
from kring.site.settings.register import APPS_OF, KRING_REGISTER

INSTALLED_APPS = [
    "kring.vault",
    "kring.team",
    *APPS_OF[KRING_REGISTER],
    "kring.site",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kring.site.headers.Isolation",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kring.site.quiet.RouteLog",
    "kring.site.headers.NeverStored",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kring.site.uploads.AlwaysUtf8",
    "kring.site.form_token.FormToken",
    "kring.site.refusals.OneFace",
]

ROOT_URLCONF = "kring.site.urls"
WSGI_APPLICATION = "kring.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False

# A page is named by its place: "support/intake/pages/start.html". The shell is simply "base.html".
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "pages", PACKAGE],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "kring.site.shell.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "kring.site.templatetags.kring",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
