"""How things look: the smallest pieces, and their dress."""
