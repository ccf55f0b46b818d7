"""Colleagues, offices, circles and programmes."""
