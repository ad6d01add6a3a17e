"""How well facts are read: pages in the manner of council sites, labelled when they were written, and the scorer.

Everything here is made up: collectivities, acts, amounts (`territory.csv` is fictitious, its codes begin with 99). Wording follows what is known of how councils
write, dialects and traps included; no sentence is copied. `open_pages` may be looked at while rules are written; `final_pages` and the last plan documents are
opened for the final figures only. The format of a folder that `make accuracy` can score stands in docs/accuracy.md.
"""
