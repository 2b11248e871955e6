"""Which agreements must be signed, and by whom."""
