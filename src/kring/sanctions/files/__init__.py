"""One file of the register of article 44: who and what, the offer, the mediator's word, service, the decision.

Who: officers open, offer and decide; a mediator reports. Law: act of 24 June 2013, art. 8, 18, 44; SAN-04 to SAN-08.
Verbs: `beginning.begin`, `beginning.amend`; `offering.offer`; `reporting.report`; `deciding.decide`.
"""
