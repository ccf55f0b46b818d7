"""Stories of the town, end to end: a real server, a real browser, a real mail sink."""
