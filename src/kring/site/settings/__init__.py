"""Settings, one small module per subject; this one only puts them together.

What an installation may choose comes from the environment and is read in `place.py`. Everything else is the
product's own decision and has no switch: a wrong switch is how content reaches a log or a temporary file.
"""

from kring.site.settings.apps import *  # noqa: F403
from kring.site.settings.browser import *  # noqa: F403
from kring.site.settings.engine import *  # noqa: F403
from kring.site.settings.limits import *  # noqa: F403
from kring.site.settings.logs import *  # noqa: F403
from kring.site.settings.place import *  # noqa: F403
from kring.site.settings.register import *  # noqa: F403
from kring.site.settings.words import *  # noqa: F403
