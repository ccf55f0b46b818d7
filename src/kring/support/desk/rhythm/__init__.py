"""The rhythm agreed with the client: how often there is contact, or that none was agreed, which is a full choice.

Only against it a case can grow quiet (desk/rules.py), from the day it was agreed.
"""
