"""Figures: what may be asked, counting it in columns, and deciding what of it everybody may know.

Pure functions on what is opened already; knows no database, no key and no word of casework. `vault/release.py` opens
the facts and is the only one that calls them.

- `asked` a question as values; `tables` what comes out of counting
- `packs` folded facts as columns, `columns` those as arrays, `rows` what they say of one kind
- `counting` a table counted in them; `units` where each case lies in it
- `guarding` what stays hidden, given all that was answered; `told` an answer as it is remembered, `linking` what it
  says of the cases of today, `narrowing` what a filter would tell
- `showing` the table for everybody, and the one for inside the house
"""
