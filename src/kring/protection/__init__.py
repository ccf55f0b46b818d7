"""Statistical disclosure control: which cells of linked tables stay hidden so that nobody computes one back.

Pure functions on counts; knows no database, no key and no word of casework. What leaves the house is decided in
`vault/release.py` alone.

- `tables` what a table of counts is, its margins, the rules
- `memory` what everybody knows already, as sums of finest cells; `sequence` makes those of all tables ever published
- `protector` what stays hidden, at the least loss, or that it cannot be answered; `coarser` the nearest that can
- `laying`, `sheet` tables as bare numbers, and `solving/` what looks on them, in the process of `child.py`
- `attack` what anybody can compute from all that was published; shares nothing with the protector but words
- `launching` starts both processes, with little memory and time and nothing on a disk; they wait for the next question
"""
