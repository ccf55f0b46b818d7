"""What the person asks of us: a copy, own words beside ours, a part frozen, an objection; each with a clock.

In the clear stand a number, what sort of request it is, and three days: the privacy officer counts those. Who asks, in
which words, what was weighed and answered lies sealed under the part `requests` of the dossier.
Law: GDPR art. 12 and 15 to 21.
"""
