"""What leaves the circle: letters that are printed for somebody. Each leaves a line in the journal, none is kept here.

Law: professional secrecy (art. 352), GDPR art. 13 and 14, SEC-04, SEC-14.
"""
