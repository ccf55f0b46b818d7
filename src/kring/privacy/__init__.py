"""The rights of the person and the desk of the privacy officer: who looked, what was asked, what must go."""
