"""The service's store: patients, episodes, what was said and decided, who may see it, and who did.

Nothing that somebody said, decided or did is ever changed or deleted: a newer answer stands beside the
older one, and the database itself refuses to rewrite. SQLite by default, PostgreSQL by its URL.
"""
