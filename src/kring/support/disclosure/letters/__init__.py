"""Writing a letter in the town's wording from a dossier: filled in, looked at, printed or handed over as PDF.

Who: whoever opens the dossier. The letter is made when it is asked for and kept nowhere; the journal says that it was.
After a death none is made (docs/decisions/0051). The wording itself lives in team/wording.
"""
