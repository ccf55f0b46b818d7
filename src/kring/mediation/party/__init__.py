"""What a party sees: a page with its own side alone, behind a link and an agreed word; no account.

Who: A or B, each by a link of its own. The page is a sealed copy (an extract) of what belongs to that side; what it
writes lands in a letterbox under the lock of that side. Nothing here opens a part of the file (SAN-09).
"""
