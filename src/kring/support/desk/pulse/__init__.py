"""The pulse: counts that a colleague's own Today seals for the head of service. Numbers alone, no name of anybody."""
