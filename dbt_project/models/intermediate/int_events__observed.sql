select * from {{ ref('stg_bronze__events') }}
