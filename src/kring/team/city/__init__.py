"""The city's own sign-in (OpenID Connect): it says who somebody is and opens nothing.

Whoever comes back from it is *known and locked*: no session, no key; a passkey, a password, the code on paper or this
browser's short code still opens (security.md 4.3). An account there is bound to a colleague by the colleague alone.
What does not live here: the ways in that open (ways_in, vault/slots.py).
"""
