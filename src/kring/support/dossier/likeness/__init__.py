"""Likeness: do two records speak of the same person? Pure: names and birth dates in, one of three answers out.

"Same" is said seldom and only when little else is possible; twins, siblings, parents and namesakes are never the same.
"Ask" is an answer: it cannot be decided from here. No score, and nothing is ever merged. Verbs: `verdict.compare`.
"""
