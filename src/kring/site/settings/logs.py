"""What is written down about requests: route, status, time. Never a path, a body, a value or an exception text."""

DEBUG = False
DEFAULT_EXCEPTION_REPORTER = "kring.site.quiet.SilentReporter"
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "kring.site.quiet.QuietFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "kring": {"level": "INFO"},
        # Django's own handlers would print paths and mail tracebacks: everything goes through the root instead.
        "django": {"handlers": [], "level": "WARNING"},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
