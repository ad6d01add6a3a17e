"""Plans and programmes: told in prose, or set out in forms with commitments, milestones and periods.

Belongs here: `prose` with `figures` (sentences on plans), `headings` (which plan a document is), `periods`, `states`,
`values` (what a cell can be), and the key of a plan (`found`). A form is read twice, and the reading that tells more
is taken: `forms` by the labels of `labels.yml`; `structure` by place, which takes a document apart (`tokens`), finds
the sheets that repeat (`sheets`) and the heads of tables (`tables`), and gives each column its role (`roles`).
`promises` holds what was read, `told` makes records of it. OGP's own sheet is one of `tables`.
"""
