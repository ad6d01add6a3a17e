"""Keys and signatures: who signs gate records and lists of sums, and whose signature counts.

Belongs here: keys, the signature over SHA256SUMS, the sums themselves. What is judged before signing goes to
`warehouse.gate`.
"""
