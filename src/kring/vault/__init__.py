"""The vault: keys, locks, the gate and the journal. It knows not one word of casework.

Content can only be read with a key; only the gate hands out keys, after the journal was written.
Start reading at `gate.py`, then `sharing.py`, `acts.py`, `primitives.py`.
"""
