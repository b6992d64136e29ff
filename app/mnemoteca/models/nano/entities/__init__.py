"""The finder of entities: people, organisations, places and other names; files, symbols, links, addresses, amounts.

`finder` puts it together: a text is cut into `words`, `traits` says what each word looks like, `weights` what that
speaks for, `path` which sequence of labels is best and by how much, `patterns` finds what has a form of its own, and
the `gazetteer` of a person has the last word.
"""
