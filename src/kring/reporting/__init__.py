"""Questions from outside and their frozen answers."""
