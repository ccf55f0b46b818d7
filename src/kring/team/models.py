"""Who works here: colleagues, what they do since when, their secrecy, circles, offices and who belongs to them.

Every row decides something, so every row is MACed. Keys are not here: a circle's key lies in the vault, and a
membership row without an envelope opens nothing. The mark of a demo stands here too, because it sets the team's clock.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.vault.rows import MacedModel


class Function(models.TextChoices):
    """What a colleague is appointed for."""

    HEAD_OF_SERVICE = "head_of_service", _("Head of service")
    COACH = "coach", _("Coach")
    STREET_THERAPIST = "street_therapist", _("Street therapist")
    STREET_WORKER = "street_worker", _("Street corner worker")
    EARLY_WORKER = "early_worker", _("Early intervention worker")
    CASE_DIRECTOR = "case_director", _("Case director")
    NEIGHBOUR_MEDIATOR = "neighbour_mediator", _("Neighbourhood mediator")
    SANCTION_MEDIATOR = "sanction_mediator", _("Sanction mediator")
    SANCTIONING_OFFICER = "sanctioning_officer", _("Sanctioning officer")
    HEAD_OF_DEPARTMENT = "head_of_department", _("Head of department")
    DPO = "dpo", _("Data protection officer")
    GENERAL_DIRECTOR = "general_director", _("General director")
    STATISTICIAN = "statistician", _("Statistics officer")
    ADMINISTRATOR = "administrator", _("Administrator")
    TRUSTEE = "trustee", _("Trustee")
    POT_OFFICER = "pot_officer", _("Officer of the project pot")


TEAM = (
    Function.HEAD_OF_SERVICE,
    Function.COACH,
    Function.STREET_THERAPIST,
    Function.STREET_WORKER,
    Function.EARLY_WORKER,
    Function.CASE_DIRECTOR,
    Function.NEIGHBOUR_MEDIATOR,
    Function.SANCTION_MEDIATOR,
)
"""Functions that make up the team of the founding answer (11 on 1 March 2021)."""

OUTREACH = (Function.COACH, Function.STREET_THERAPIST, Function.STREET_WORKER, Function.EARLY_WORKER)
"""Functions that carry individual cases as outreachers."""

CASEWORK = (*OUTREACH, Function.CASE_DIRECTOR)
"""Functions whose work lies in dossiers: without a circle there is nothing to do yet."""


class Colleague(MacedModel):
    """Somebody who signs in. `principal` is the person in the vault."""

    later = {"email": ""}

    principal = models.CharField(max_length=22, unique=True)
    sign_in = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    initials = models.CharField(max_length=4)
    language = models.CharField(max_length=2, default="nl")
    email = models.CharField(max_length=254, default="")


class Appointment(MacedModel):
    """A function a colleague has, in a programme or not, for an employer, part of a full time, from when until when."""

    colleague = models.ForeignKey(Colleague, models.PROTECT, related_name="appointments")
    function = models.CharField(max_length=24, choices=Function.choices)
    programme = models.CharField(max_length=30, default="")
    employer = models.CharField(max_length=60, default="")
    fte_percent = models.PositiveSmallIntegerField(default=100)
    from_on = models.DateField()
    until_on = models.DateField(null=True)


class SecrecyStatus(MacedModel):
    """Whether somebody is bound by professional secrecy, by discretion, or not; with a document (SEC-01)."""

    class Status(models.TextChoices):
        SECRECY = "secrecy", _("professional secrecy")
        DISCRETION = "discretion", _("duty of discretion")
        NONE = "none", _("none")

    colleague = models.ForeignKey(Colleague, models.PROTECT, related_name="secrecy")
    status = models.CharField(max_length=10, choices=Status.choices)
    document = models.CharField(max_length=60, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True)


class Group(MacedModel):
    """A circle, an office, or the recovery principal, by a short code. `principal` is its id in the vault."""

    class Kind(models.TextChoices):
        CIRCLE = "circle"
        OFFICE = "office"
        RECOVERY = "recovery"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=80)
    principal = models.CharField(max_length=22, unique=True)


class Membership(MacedModel):
    """A colleague belongs to a circle or an office, from when until when."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="memberships")
    colleague = models.ForeignKey(Colleague, models.PROTECT, related_name="memberships")
    from_on = models.DateField()
    until_on = models.DateField(null=True)


class Invitation(MacedModel):
    """A link to set a password behind: of somebody new, or of a colleague who is let back in (`colleague` is set).

    Gone once it is used or taken back. Whoever has the link has no key: a circle still has to give one.
    """

    lookup = models.CharField(max_length=64, unique=True)
    colleague = models.ForeignKey(Colleague, models.PROTECT, null=True, related_name="invitations")
    name = models.CharField(max_length=120)
    email = models.CharField(max_length=254)
    language = models.CharField(max_length=2, default="nl")
    function = models.CharField(max_length=24, choices=Function.choices, default="")
    programme = models.CharField(max_length=30, default="")
    employer = models.CharField(max_length=60, default="")
    secrecy = models.CharField(max_length=10, choices=SecrecyStatus.Status.choices, default="")
    document = models.CharField(max_length=60, default="")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    wishes = models.CharField(max_length=200, default="")
    asked_by = models.CharField(max_length=22)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()


class Wish(MacedModel):
    """That a colleague gets the key of a circle or an office; only who holds that key can fulfil it."""

    colleague = models.ForeignKey(Colleague, models.PROTECT, related_name="wishes")
    group = models.ForeignKey(Group, models.PROTECT, related_name="wishes")
    asked_by = models.CharField(max_length=22)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["colleague", "group"], name="one_wish_per_group")]


class Admission(MacedModel):
    """That a key of a circle or an office was given to somebody, by whom; `again` after a lost phone or password."""

    colleague = models.ForeignKey(Colleague, models.PROTECT, related_name="admissions")
    group = models.ForeignKey(Group, models.PROTECT, related_name="admissions")
    by = models.CharField(max_length=22)
    at = models.DateTimeField(db_index=True)
    again = models.BooleanField(default=False)


class Installation(MacedModel):
    """The mark of a first installation: for which town, since when. One row or none; a demo has none."""

    town = models.CharField(max_length=80)
    installed_at = models.DateTimeField()


class Demo(MacedModel):
    """The mark of a demo: invented people only, whose passwords lie beside the database. One row or none.

    today_on: the day it always is in this demo. founded_at: when the town was complete; None while it is being founded.
    """

    today_on = models.DateField()
    founded_at = models.DateTimeField(null=True)


import kring.team.city.models  # noqa: E402  so that Django finds their tables
import kring.team.law.models  # noqa: E402
import kring.team.protocols.models  # noqa: E402
import kring.team.recovering.models  # noqa: E402
import kring.team.retention.models  # noqa: E402
import kring.team.services.models  # noqa: E402
import kring.team.wording.models  # noqa: E402, F401
