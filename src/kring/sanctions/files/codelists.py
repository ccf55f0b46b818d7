"""The codes of a file. Values are for ever."""

from enum import StrEnum


class Nature(StrEnum):
    """What was established."""

    NOISE = "noise"
    LITTER = "litter"
    DAMAGE = "damage"
    GRAFFITI = "graffiti"
    NUISANCE = "nuisance"
    SHOPLIFTING = "shoplifting"
    ASSAULT = "assault"
    DRINKING = "drinking"
    FIREWORKS = "fireworks"
    OTHER = "other"


class Prosecutor(StrEnum):
    """What the public prosecutor says of facts that are a crime too; `not_asked` where they are none."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    LEAVES_IT = "leaves_it"
    PROSECUTES = "prosecutes"


class Outcome(StrEnum):
    """What the mediator may say, and all of it (SAN-05)."""

    REFUSED = "refused"
    FAILED = "failed"
    SUCCEEDED = "succeeded"


class Service(StrEnum):
    """What became of community service that was proposed."""

    DONE = "done"
    NOT_DONE = "not_done"


class Sanction(StrEnum):
    """What the officer decided."""

    FINE = "fine"
    NONE = "none"


class Phase(StrEnum):
    """Where a file is; read from what it holds, kept nowhere."""

    OPENED = "opened"
    ASKED = "asked"
    REPORTED = "reported"
    SERVICE = "service"
    DECIDED = "decided"
