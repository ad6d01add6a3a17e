"""How well facts are read: pages in the manner of council sites, labelled when they were written, and the scorer.

Everything here is made up: collectivities, acts, amounts (`territory.csv` is fictitious, its codes begin with 99). Wording follows what is known of how councils
write, dialects and traps included; no sentence is copied. Rules are mended on the open part; the closed third of the sixth
set was opened once, for its figures. The format of a folder that `make accuracy` can score stands in docs/accuracy.md.
"""
