"""How somebody gets in, and back in: invited by an administrator, let in by who holds the key, face to face.

An invitation makes a person with a key pair and no key of anything. A circle or an office is opened to that person by
one of its own members, who compares four words and takes over a code. An administrator can start both and finish
neither (security.md 4.8). What does not live here: dossiers, which who carries them gives again (support/followup).
"""
