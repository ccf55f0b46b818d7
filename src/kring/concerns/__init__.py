"""Concerns of school assistants and bridge figures: raised in two minutes, answered in a thread, no name needed.

Who raises one has no account and opens no part: a personal page behind a link and a word, until the end of the school
year. Each concern lies under a lock of its own, held by the intake circle. It holds facts about the bond of somebody
with school, home and friends; nothing of belief, origin or looks. Law: GDPR art. 5 and 25; domain rules GDP-03, MIN-*.
"""
