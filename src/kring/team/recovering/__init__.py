"""Two trustees together give a key again that nobody holds any more (security.md 4.9).

Who waits asks; a first trustee opens his half, a day later a second one finishes, both with that person at the table.
Exactly what was named is given, everybody concerned is told, and the recovery key moves on. One trustee alone, an
administrator, or a trustee for himself gets nowhere.
"""
