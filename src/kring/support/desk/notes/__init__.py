"""Notes under a lock of one's own, and finding words in all the notes one may open. The pages alone."""
