"""Why concerns are a file apart from casework: another purpose, other partners, a shorter term."""

from django.utils.translation import gettext_lazy as _

REGISTER = "concerns"
NAME = _("concerns of school assistants")
LEGAL_FRAME = "task of general interest (GDPR art. 6.1.e); no name of the pupil is asked or needed"
COUNTED = False
"""Whether its files stand in the council's figure of individual cases."""
REASON = _("a concern is no case; it is counted beside it")
