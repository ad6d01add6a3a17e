-- Written by `make sheets` from dbt_project/sheets: change that.
{{ reference_rows('subjects') }}
