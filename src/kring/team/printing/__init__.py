"""Printing: a template and its words become a tagged PDF (PDF/UA-1), in memory, from our own fonts and style alone.

    sheet = printed("support/plan/pages/paper/plan.html", {"plan": plan})
    return handed_over(sheet, "plan")

The template extends `team/printing/pages/paper.html`; its title says what sort of paper it is and names nobody. Who
prints something of a dossier goes through the gate first, with an act that says so: that entry is the journal's line.
"""

from kring.team.printing.engine import CannotPrint, prepare, printed
from kring.team.printing.handing import handed_over, handed_over_in_pieces

__all__ = ["CannotPrint", "handed_over", "handed_over_in_pieces", "prepare", "printed"]
