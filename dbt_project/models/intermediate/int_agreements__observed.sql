select * from {{ ref('stg_bronze__agreements') }}
