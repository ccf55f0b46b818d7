"""Why the project pot exists, what of it is public by nature, and what its figures never are.

Law: the town's grant regulation; act of 14 November 1983 on the control of grants; GDPR art. 6(1)(c) and (e).
"""

from django.utils.translation import gettext_lazy as _

REGISTER = "project pot"
NAME = _("project pot")
LEGAL_BASIS = "carrying out the town's grant regulation (GDPR art. 6(1)(e)); accounts of public money (art. 6(1)(c))"
COUNTED = False
"""Whether its files stand in the council's figure of cases: never, they are about projects."""
REASON = _("no cases: grants to groups and organisations")
IN_THE_CLEAR = "how much was asked, when, and how far it is: for the budget and the list, before anything is opened"
"""What stands in the clear of an application before it is decided (docs/decisions/0114)."""
