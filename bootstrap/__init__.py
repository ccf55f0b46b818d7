"""What `./kring` does before the product itself can run. Standard library only; knows nothing of casework.

Its own words are English: who types these commands reads them; what colleagues read is Dutch.
"""
