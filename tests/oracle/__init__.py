"""What the code of before the great move made, frozen as digests: a move of structure must not change one of them.

`python -m tests.oracle compare` makes everything again and names what differs. A change of rules freezes anew, and says so in its commit.
"""
