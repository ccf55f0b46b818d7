"""The WSGI entry: `kring.site.wsgi:application`. WSGI, because pages that ask the database are faster there."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.site.settings")
application = get_wsgi_application()
