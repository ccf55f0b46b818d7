"""What a contact leaves behind for figures: facts, written and never read here. One contact counts once."""

CONTACT = "contact"
