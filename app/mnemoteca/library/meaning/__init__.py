"""Search by meaning: vectors that follow the changes, and what is near to a question."""
