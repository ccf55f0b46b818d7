"""Attachments of a dossier: a photo, a letter, a form. Sealed as they arrive, under the part `journal`, names too.

Nothing readable touches a disk: an upload is sealed in pieces while it comes in, a download opened while it goes out.
What a file claims to be is not believed; it is never shown, only given, and a preview is drawn by another process.
Files of the police have no place here (LIV-02).
"""
