"""Files that had grown quiet and came to life after a consultation: nobody notes that."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="quiet_revived",
    unit=Unit.CASE,
    says=_("quiet dossiers that were taken up again after a consultation"),
    how=NotHeld(
        reason=_("Whether a dossier was quiet is seen by who works in it, on the day itself, and is noted nowhere."),
        ask=_("the colleagues who hold the dossiers, in a talk about the work"),
    ),
)
