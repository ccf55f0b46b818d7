"""Telling somebody that we wrote down who they are, when somebody else told us (GDP-06, GDPR art. 14).

The task `TELL_AT_FIRST_TALK` ends with a day and a way, or it moves to a day on which one looks again: not yet safe, or
an exception of art. 14(5). What was told, who was there and why it waits lie sealed under the part `journal`.
"""
