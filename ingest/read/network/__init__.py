"""The network and the partnership: members, figures as each source states them, shares of processed requests."""
