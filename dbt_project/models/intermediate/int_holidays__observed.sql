{{ reference_rows('holidays') }}
