"""What was told in haste, recorded in two taps: to whom, and why it could not wait (SEC-04).

The questions follow within three working days, on the page of `decision`; a task reminds of them, and says nothing of
what was told.
"""
