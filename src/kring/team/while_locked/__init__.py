"""Writing while locked: what is typed then goes sealed into one's own letterbox, and is read back after unlocking.

Two things land there: a note that somebody writes on purpose, and a form that was sent just after the lock fell. The
last is kept as it was and sent on with one button. Nothing here can read anything while the session is locked.
"""
