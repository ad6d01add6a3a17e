"""Plans and programmes: told in prose, or set out in forms with commitments, milestones and periods.

Belongs here: `prose` with `figures` (sentences on plans), `forms` with `labels`, `headings`, `promises` and `told`
(sheets and tables, by their labels), `periods`, and the key of a plan (`found`). OGP's own sheet is one of `tables`.
"""
