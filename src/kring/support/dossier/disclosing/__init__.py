"""What leaves the circle: grounds with their checklists, who can never be told, and a record of each time.

Every step that tells somebody outside records it here, in the same act (SEC-04). Law: articles 352 and 353 of the new
Criminal Code. What does not live here: the extract itself (vault/sharing.py), and the pages of the steps.
"""
