"""Dates, times and intervals that a text speaks of, in English and Portuguese: found, and told as ISO 8601.

From words (`lexicon`, `words_en`, `words_pt`) to atoms (`reading`), by rules that put neighbouring atoms together
(`grammar`, the `rules_…`) to what stays (`finder`).
"""
