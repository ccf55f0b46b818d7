"""Kring: casework software for a municipal outreach and prevention team.

One package, one folder per legal purpose; `src/kring/README.md` is the map.
"""

__version__ = "0.1.0"
