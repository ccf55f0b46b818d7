"""Who looked in a file, in sentences: the journal of one dossier, week by week, for the person it is about.

Everything comes from the journal and from keys as they are now; no key and no content is needed for it, so the page of
a colleague and one for the person can show the same. Law: GDPR art. 15(1)(c), ASVS 16.
"""
