"""Mediation within municipal sanctions (NERO): a register of its own law, in a process and database of its own.

Who: sanctioning officers, who keep the files and decide; mediators, who open one from the offer to their result. The
two are never one person (SAN-08). Law: act of 24 June 2013, art. 8, 18 and 44; royal decree of 28 January 2014. Off
until `./kring register enable sanctions`; casework and mediation know nothing of it (SAN-01 to SAN-03).
"""
