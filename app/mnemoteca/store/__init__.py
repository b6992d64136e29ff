"""The disk: the tables, the words index, backups, and every file that the app writes."""
