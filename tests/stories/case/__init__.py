"""What people of the story of one case do, a file a step of the journey.

Each sitting asserts what somebody would notice who sits there. What does not live here: the order of the story
(test_one_case.py), and how a referral becomes a dossier (steps.py).
"""
