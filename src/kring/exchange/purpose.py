"""Why the team exchanges what it learns, apart from any dossier."""

REGISTER = "team exchange"
LEGAL_BASIS = "a task of general interest: the quality of local social policy (decree of 9 February 2018)"
COUNTED = False
"""Whether anything here stands in the council's figure."""
