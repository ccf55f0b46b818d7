"""What a referral leaves behind for figures: that it came in, that there was a talk, how it was decided.

Facts of a referral are named with the server key file and its id, so that each step replaces or joins the others
without reading; nothing ties them to the dossier that may follow, nor to a person. What does not live here: counting.
"""

RECEIVED, TALKED, DECIDED = "referral_received", "talk_held", "clarification_decided"
