"""Lesson cards: what a situation was, what helped, what did not. About our work, never about somebody.

Who: members of the circles that carry dossiers; one library for all of them. A card may come from a dossier of its
writer: that link lies in the writer's own letterbox and is forgotten after ninety days. Verbs: `actions.write_card`,
`actions.rewrite_card`, `actions.take_away`, `collecting.gather`, `finding.find`; `origin.forget_due`.
"""
