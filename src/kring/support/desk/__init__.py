"""What shows many steps at once: my dossiers, finding one, and the page of a dossier. The top floor of the register.

Who: colleagues with a key. It owns no rows and no content; it opens what the steps below keep.
"""
