"""Referral (aanmelding): somebody worries about somebody and tells us, without a name of the person.

Three ways in give the same object: the public form, a message in the team mailbox, a colleague who writes it down. All
land sealed in the letterbox of the intake circle; the clear row holds time, channel, kind of referrer, urgency and the
lane of the board. Law: GDPR art. 5 and 25, domain rules GDP-03, GDP-18.

Public verbs: `receive_referral`, `open_referral`, `shred_referral` (actions.py).
"""
