"""The ways in which a space is written out: one module each."""
