"""SQLAlchemy and SQLite: the only place that knows a table.

`database.open_library` is the way in. SQLAlchemy takes 0.4 s to import, so this package imports
nothing by itself, and `settings_file`, `instance_lock`, `backups` and `migrations`, which are
needed before the first window, do without it.
"""
