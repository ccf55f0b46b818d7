"""What things of a network are called, for pages and forms. Words only."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.network.content import Kin, Pull, Relation, Ring, Side, Still, TieKind

RINGS: dict[Ring, Promise] = {
    Ring.CLOSE: _("close by"),
    Ring.REGULAR: _("regularly"),
    Ring.FAR: _("further away"),
}
RELATIONS: dict[Relation, Promise] = {
    Relation.SUPPORT: _("gives support"),
    Relation.NEUTRAL: _("neutral"),
    Relation.THIN: _("thin or uncertain"),
    Relation.TENSE: _("tense"),
    Relation.BROKEN: _("broken off"),
}
KINDS: dict[TieKind, Promise] = {
    TieKind.PERSON: _("Somebody they know"),
    TieKind.PROFESSIONAL: _("A care worker or colleague"),
    TieKind.ORGANISATION: _("An organisation or group"),
}
SECTORS: dict[str, Promise] = {
    "family": _("Family"),
    "leisure": _("Leisure"),
    "school": _("School and work"),
    "health": _("Health"),
    "services": _("Services"),
    "friends": _("Friends"),
}
KIN: dict[Kin, Promise] = {
    Kin.NONE: _("not family, or leave it"),
    Kin.GRANDPARENT: _("grandparent"),
    Kin.PARENT: _("parent"),
    Kin.STEP_PARENT: _("step-parent or foster parent"),
    Kin.AUNT_UNCLE: _("aunt or uncle"),
    Kin.PARTNER: _("partner"),
    Kin.FORMER_PARTNER: _("former partner"),
    Kin.SIBLING: _("brother or sister"),
    Kin.COUSIN: _("cousin"),
    Kin.CHILD: _("child"),
    Kin.GRANDCHILD: _("grandchild"),
}
SIDES: dict[Side, Promise] = {
    Side.NONE: _("leave it"),
    Side.MOTHER: _("mother's side"),
    Side.FATHER: _("father's side"),
}
PULLS: dict[Pull, Promise] = {Pull.LOSS: _("What loosens the bond"), Pull.BOND: _("What holds the bond")}
STILL: dict[Still, Promise] = {
    Still.SAME: _("still so"),
    Still.CHANGED: _("changed"),
    Still.OVER: _("over"),
}
