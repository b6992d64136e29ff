"""What is known from what was kept: names and whose they are, facts with their quoted span, and which of them hold.

Pure: `reading` finds statements in a text by the rules of `rules_en` and `rules_pt`, `settling` weighs them against
each other by the cardinality of their relation in `relations`, `naming` tells which names mean the same.
"""
