"""Pages of councils in as many wordings as their eight writers found, with their points and votes: they teach the model of points in
prose (ADR 0032).

They are seen: what rules gave on them at first sight stands in docs/accuracy.md. Hosts, acts, persons and days are
invented; names of real collectivities stand there as bodies that act. Nothing in these pages is a fact about them.
"""
