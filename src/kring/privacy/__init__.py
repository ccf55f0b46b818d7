"""The rights of the person and the desk of the privacy officer: who looked, what was asked, what must go."""

ROOMS = ("requests", "access", "looked", "retention", "preserving", "unused", "desk")
"""Its folders; one that is not there (yet), or keeps nothing, is passed over."""
