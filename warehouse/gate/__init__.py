"""The gate: the signed record of every check and file of a build, and its judging.

Belongs here: keys, signatures, sums, the quality report, the typed record. What is checked stands in `expectations`.
"""
