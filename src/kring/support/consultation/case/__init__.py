"""The case consultation between professionals, inside the law alone (article 353, paragraph 2; SEC-06, SEC-07).

Another thing than a client consultation: it cannot be opened without a legal basis with its document, a purpose, how it
goes about, and the list of who may take part; nobody else can be added. Kept is what the worker himself will do. There
is no field for what others said.
"""
