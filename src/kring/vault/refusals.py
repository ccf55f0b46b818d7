"""What the vault says when it does not open: a handful of exceptions, none with content.

`Refused` has one face on purpose: absent, forbidden, expired and tampered must look the same outside.
"""


class VaultError(Exception):
    """Base of everything the vault raises on purpose."""


class Refused(VaultError):
    """Not opened. Says nothing about why: absent, forbidden, expired and tampered are one answer."""

    recorded = False
    """Whether the journal has it already; the door writes those that it has not."""

    def __init__(self) -> None:
        super().__init__("This cannot be opened.")


class Frozen(Refused):
    """Not opened: who asks holds every key that was needed, and what it opens is frozen. He alone may be told so.

    bundle: what the frozen part is of; part: its name.
    """

    def __init__(self, bundle: str, part: str) -> None:
        super().__init__()
        self.bundle, self.part = bundle, part


class Conflict(VaultError):
    """Somebody else wrote first: the revision (or the row) is no longer the one that was read."""


class Busy(VaultError):
    """The machine is stretching two passwords already; try again in a moment."""


class WriteOutsideAct(VaultError):
    """A programming error: a guarded row was written without an act in the journal."""
