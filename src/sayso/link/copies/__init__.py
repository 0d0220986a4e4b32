"""Which reports share another's words: passages and their index, who was first, and what a copy does otherwise."""
