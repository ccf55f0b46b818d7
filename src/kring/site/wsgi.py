"""The WSGI entry: `kring.site.wsgi:application`. WSGI, because pages that ask the database are faster there."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.site.settings")
application = get_wsgi_application()

from kring.team.clock import refuse_personas_of_no_demo  # noqa: E402  the apps are ready only now

refuse_personas_of_no_demo()
