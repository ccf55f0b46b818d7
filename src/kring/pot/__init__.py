"""The project pot: grants to neighbourhood groups and organisations, for projects that weaken what loosens a bond.

Who: the office of the pot; never an outreacher as such. A grant goes to an organisation or a group with initiators at
different addresses, never to one person, and nothing here knows a dossier: it imports no casework and casework does not
import it. Law: the town's own grant regulation; act of 14 November 1983 on the control of grants.
Follow one application: `applying` receives it sealed, `desk` lists it for the office,
`deciding` weighs it and decides. `regulation` holds the rules.
"""
