"""Ages at which somebody looks again: 12, 13, 14, 16 and 18 (MIN-05), and the judgement whether a minor can decide.

Nothing changes by itself: a colleague looks, judges and writes it down with the day (MIN-03). When the next age comes
lies sealed in the summary, so that Today can tell it; in the clear a date would give the birthday away (security.md
4.16). The judgement lies under the part `identity`.
"""
