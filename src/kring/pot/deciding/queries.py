"""Who weighed an application, who has a tie with it, and what those who weighed think."""

from kring.pot.deciding.content import WeighingContent
from kring.pot.deciding.models import Weighing
from kring.pot.desk.opening import OpenApplication


def of_application(application: str) -> tuple[set[str], set[str]]:
    """Who weighed it, and who has a tie with the applicant."""
    rows = [row.verified() for row in Weighing.objects.filter(application=application)]
    return {row.person for row in rows if not row.tie}, {row.person for row in rows if row.tie}


def weighings(opened: OpenApplication) -> tuple[dict[str, WeighingContent], set[str]]:
    """Person -> what he thinks of the project, and who has a tie with the applicant; in one query."""
    rows = Weighing.objects.filter(application=opened.row).select_related("record").order_by("id")
    found = [row.verified() for row in rows]
    given = {row.person: opened.keys.open(row.record, WeighingContent) for row in found if not row.tie}
    return given, {row.person for row in found if row.tie}
