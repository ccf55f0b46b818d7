"""What the client agreed to share: writing it down, a page to sign or keep, and withdrawing it (GBO-02).

At a withdrawal what still opens for that person ends at once; what was told before stays in the record.
"""
