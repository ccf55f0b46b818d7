"""Statistical disclosure control: which cells of a table stay hidden so that nobody computes one back.

Pure functions on counts; knows no database, no key and no word of casework. What leaves the house is decided in
`vault/release.py` alone. `tables` says what a table of counts is.
"""
