"""The town of 1 March 2021: invented people, their caseload and the referrals of that morning, and larger towns.

The recipe is data and pure functions (`people`, `labels`, `steps`, `caseload`, `stories`, `recipe`, `larger`); the rest
founds it through the product's own actions, with real keys. Nobody here exists.
"""
