"""A copy of the file for the person it is about (GDP-07): by its marks and by who asks, read over once by a colleague.

What may go is decided by `rules.py` alone. Everything that would go passes a worksheet; nothing leaves before each
piece was given, masked or kept back by hand. The copy is made in memory, on paper and as open JSON, and kept nowhere.
"""
