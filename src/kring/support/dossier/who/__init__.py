"""Who it is, written and mended after the role was taken: a name learnt in the third talk, a wrong birth date.

Nothing is mandatory (GDP-03), and what stands there may be taken away again: rectification (GDPR art. 16). The first
time somebody else told it, the task to tell the person begins (GDP-06). The verb is `actions.change_identity`.
"""
