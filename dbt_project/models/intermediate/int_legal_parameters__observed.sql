{{ reference_rows('legal_parameters') }}
