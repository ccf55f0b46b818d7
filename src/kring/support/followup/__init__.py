"""Keeping a dossier carried: giving keys back after a lost phone, handing over what somebody left behind.

Both are done by a colleague who holds the keys, dossier by dossier as the need-to-know table says, never by an
administrator. Law: professional secrecy (art. 352), SEC-01, SEC-02, SEC-10.
"""
