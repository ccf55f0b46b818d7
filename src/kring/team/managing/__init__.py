"""The administrator's pages: who works here, what for and until when, who may come in, who is shut out.

An administrator holds no key, gives none and cannot finish what he starts: a circle lets people in (enrolment).
"""
