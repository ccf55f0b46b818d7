"""What runs in a process of its own: looks on a sheet of numbers for the least that must be hidden. No names here."""
