"""Noting a contact within fifteen seconds: who, how, one sentence. The page; what is written stands in `contacts/`."""
