"""What left the circle about one dossier, for who carries it: what was told to whom, and which links open now."""
