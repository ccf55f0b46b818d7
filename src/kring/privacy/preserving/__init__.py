"""The file of a closed dossier for an archive, before it is destroyed, when the rule says to keep (ARC-03, ARC-07).

Who holds its keys makes it in one act, hands it over, and Kring keeps of it a day, a hash and to which archive. Without
that record no batch destroys the dossier. What does not live here: the rules (team/retention), batches (retention), the
copy for the person (access), whose pieces and lines are used.
"""
