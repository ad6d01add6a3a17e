"""Pages of councils in as many wordings as their three writers found, with their points and votes: to train and to try on.

They are seen: what rules gave on them at first sight stands in docs/accuracy.md. Hosts, acts, persons and days are
invented; names of real collectivities stand there as bodies that act. Nothing in these pages is a fact about them.
"""
