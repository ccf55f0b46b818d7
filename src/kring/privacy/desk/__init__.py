"""The desk of the privacy officer: the journal, broken glass, an incident, who has access; counts and numbers only."""
