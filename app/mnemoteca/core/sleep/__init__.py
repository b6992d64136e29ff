"""Sleep: what a run proposes, what it makes of memories, and the rules by which it may."""
