"""Who has taken on how much."""
