"""Why neighbourhood mediation is a register apart, and why its files stand in no figure of individual support.

Law: voluntary mediation, confidential (Judicial Code art. 1728). Two equal parties A and B; neither is a client.
"""

from django.utils.translation import gettext_lazy as _

REGISTER = "neighbourhood mediation"
NAME = _("neighbourhood mediation")
LEGAL_FRAME = "voluntary mediation with two equal parties, confidential (Judicial Code art. 1728)"
COUNTED = False
"""Whether its files stand in the council's figure."""
REASON = _("own register, own legal frame")
