"""The SQL of each table, as functions over a reader or a transaction."""
