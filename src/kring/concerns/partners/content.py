"""What is confidential about who raises concerns. Plain frozen dataclasses; no Django here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartnerContent:
    """A person at a school or in a quarter. works_as, secrecy: values of the code lists. reach: a phone, in words."""

    name: str
    school: str
    works_as: str
    secrecy: str
    email: str
    reach: str = ""
