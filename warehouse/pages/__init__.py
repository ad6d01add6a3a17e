"""Pages and feed of the public tree, rendered from the index and the tables' own meta.

Plain HTML, Arabic first, no script, nothing from outside. Words of the pages stand in `words.yml`, in three languages;
a word that lacks one of them is a defect. Numbers come from the index, never from a page written by hand. The full
portal comes later; this is the download page, the quality report and the feed.
"""
