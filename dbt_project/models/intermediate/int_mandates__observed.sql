{{ reference_rows('mandates') }}
