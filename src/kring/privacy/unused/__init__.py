"""Which fields nearly nobody uses: counted by those who hold the keys, proposed for removal by who has none.

The privacy officer begins a round. Each colleague counts the dossiers he holds in his own session and hands in sums
alone, sealed to the office; the report adds them up (docs/decisions/0093). What does not live here: the field catalogue
(vault/catalogue.py), the tables a file is made of (access/sources.py).
"""
