"""The pages of breaking the glass, and of what a holder is told of it."""
