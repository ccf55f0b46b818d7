"""What this register counts of itself, apart from casework and from mediation between neighbours (SAN-03).

Each file tells one fact, replaced as it goes on and staying when the file is destroyed: codes and a day, no person, no
street, no background. The statistics office of this register counts them through the vault's release. Law: GDP-17.
"""
