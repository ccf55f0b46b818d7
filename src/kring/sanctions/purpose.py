"""Why sanction mediation is a register apart, and why its files stand in no figure of individual support.

Law: act of 24 June 2013 on municipal administrative sanctions, art. 8, 18 and 44 (the register). A report that mixes
registers fails a test (SAN-03).
"""

from django.utils.translation import gettext_lazy as _

REGISTER = "sanction mediation"
NAME = _("mediation in municipal sanctions (NERO, GAS)")
LEGAL_FRAME = "act of 24 June 2013 on municipal administrative sanctions, art. 8, 18, 44"
COUNTED = False
"""Whether its files stand in the council's figure."""
REASON = _("own register, own legal frame")
