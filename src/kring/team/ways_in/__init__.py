"""A colleague's own ways in: passkeys first, a password, codes of an app, a code on paper; and his open screens.

Everything here is about oneself. Whoever changes a way in shows one once more, minutes before (proof.py). Law: ASVS 5.0
chapters 6 and 7. What does not live here: enrolling, disabling and letting back in somebody else.
"""
