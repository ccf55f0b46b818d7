"""The vault under strain: processes that are killed, that write at once, that all sign in. Real processes.

Each module is a command (`python -m tests.strain.killed --rounds 20`) on a database of its own: SQLite in a temporary
folder, or a new database on the server that KRING_DATABASE names. The suite runs them shortened.
"""
