"""What this register counts of itself, apart from casework: the yearly figures of a mediation service (domain.md 2.5).

Each file tells one fact, replaced as it goes on and staying when the file is destroyed: codes and a day, no person, no
place. The statistics office of this register counts them through the vault's release. Law: GDP-17, SAN-03.
"""
