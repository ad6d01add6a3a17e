"""The network and the partnership: members, figures as each source states them, shares of processed requests.

Belongs here: what sources state of the network, OGP and the portal. Nothing is added up or reconciled; contradictions
are told. Counters of the portal's own pages are `access`'; plans of members are `plans`'.
"""
