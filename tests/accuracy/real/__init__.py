"""Real pages of council sites as the measure of reading: seen pages, told as seen.

`gold.jsonl` has the facts of 28 pages, taken from their text before any rule read it; the texts themselves are not ours and are
read from the shared folder. Titles and sums are positions in the text, so that no sentence of a page stands here. `frames/`
has an invented frame for each host; `kinds.json` maps the pages' own kinds to ours, set down before the first measuring,
`plan_kinds.json` our kinds of plan to those of gold.
"""
