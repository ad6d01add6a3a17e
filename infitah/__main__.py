"""`python -m infitah`."""

from infitah.cli import main

main(prog_name="infitah")
