"""What councils do: sessions, sittings, agendas, outcomes and votes, and the duties that their own pages fulfil."""
