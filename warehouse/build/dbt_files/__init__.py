"""The files that dbt must have, written from the sheets: sources, staging, admitted rows, properties, exposures.

What stands in them is decided in `dbt_project/sheets/`; a test fails when they differ from what is written here. Models
written by hand take from the sheets no more than the words of their columns.
"""

from warehouse.build.dbt_files.mark import MARK
from warehouse.build.dbt_files.write import dbt_files, write_dbt_files

__all__ = ["MARK", "dbt_files", "write_dbt_files"]
