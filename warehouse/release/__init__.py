"""Releases: the public tree, publishing, withdrawals, deploying, serving, reading and tracing.

Belongs here: whatever works on what was published. What a release is made of goes to `warehouse.build`, `formats`,
`catalogue`; whether it may be published is judged by `warehouse.gate`.
"""
