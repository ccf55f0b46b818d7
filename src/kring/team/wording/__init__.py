"""The municipality's own words in letters: one text a letter and language, with placeholders from a fixed list.

Edited by the head of service or the administrator, who see no dossier for it: the preview knows invented people alone.
Not a template language (security.md 4.20): a placeholder is replaced by a text, once, and nothing is looked up in it.
What does not live here: printing a letter for somebody (support/disclosure/letters).
"""
