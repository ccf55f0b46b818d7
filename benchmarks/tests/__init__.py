"""Tests of the harness itself: that it counts, and that a broken promise is seen."""
