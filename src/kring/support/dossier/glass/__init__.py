"""Behind glass: one part of a dossier of one's circle, in an emergency, with a reason that others read at once."""
