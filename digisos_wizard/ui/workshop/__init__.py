"""Workshop mode: one question at a time for the room, and notes, decisions and hands for whoever leads."""
