"""Recall: from a question to its hits, each with its path."""
