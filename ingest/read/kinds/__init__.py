"""What a page is, by its own words: address and section are weak evidence on council sites.

Belongs here: the form of a page (`forms`), the body whose meeting it tells of (`meetings`), plans it is about
(`plans`), and the order in which the evidence counts (`document`). The facts of such pages are read in `councils`,
`events`, `notices`, `plans`.
"""
