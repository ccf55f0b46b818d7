"""The stories and the tests of the house use the same town as the tests beside the code."""

from kring.conftest import _fresh_process, town

__all__ = ["_fresh_process", "town"]
