"""Today (vandaag): where a colleague who carries dossiers begins. What is now, what has grown quiet, what waits.

Nothing is counted here that another page counts otherwise: quiet and due come from `desk/rules.py`, silent owners from
the plan, hours from the appointments. It opens the summaries, the plans, and the journals of who is met. What it
writes is that something of mine is done (`ticking.py`).
"""
