"""Sleep: runs that think outside any transaction, are seen before they are applied, and can be undone.

`subjects` tells what changed since the last digests, `reading` reads it as of one change, `telling_days` and `patterns`
choose sentences, `moving` decides about tiers and duplicates, `thinking` puts a run together, `writing` writes it down,
`applying` does it in one short transaction after its checks, `taking_back` undoes it.
"""
