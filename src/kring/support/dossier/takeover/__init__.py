"""Taking over the running caseload: cases that exist on paper and in spreadsheets become dossiers on the first day.

Each colleague enters or pastes one line a case for the cases he holds. A preview says of each line what is wrong and
keeps everything that was typed; what is right is sealed at once, with the old start date, so that figures of a past
day count it. Nothing is opened twice, and the source is kept nowhere: only how many lines came and what became of them.

Public verbs: `take_over` (actions.py). From bytes to rows: reading.py; from a row to a case: lines.py, values.py.
"""
