select * from {{ source('ledger', 'dictionary') }}
