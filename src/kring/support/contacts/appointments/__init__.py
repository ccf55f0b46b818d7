"""Appointments with clients: when, with whom, where; made, moved, called off.

What, where and who else is there lie sealed under the journal of the dossier; in the clear are only the colleague and
the moment (security.md 4.16), so that his calendar shows an hour and a call-word and nothing else. An appointment that
was is what the log of a contact begins with: `queries.one` gives its words.
"""
