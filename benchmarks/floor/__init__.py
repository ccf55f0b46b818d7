"""The floor: a small Django project as a competent developer writes it on an ordinary day.

No encryption, no journal, no rights beyond a sign-in; everything else as usual: eight middlewares,
session in the database, `django.contrib.auth`, ORM objects, templates, indexes where lists need
them, SQLite tuned for durability. It is neither slowed down nor tuned for the benchmark: what it
costs is what the product would cost without its promises.
"""
