"""How far goals moved: it lies sealed in the plans."""

from django.utils.translation import gettext_lazy as _

from kring.reporting.measures.measure import Measure, NotHeld, Unit

MEASURE = Measure(
    code="goal_movement",
    unit=Unit.CASE,
    says=_("how far the goals of a plan moved, at the closing"),
    how=NotHeld(
        reason=_("Goals are the client’s and lie sealed in the plan; how far they moved is told to no figure."),
        ask=_("the colleagues who hold the dossiers, in a talk about the work"),
    ),
)
