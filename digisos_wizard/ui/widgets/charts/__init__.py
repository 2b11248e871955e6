"""Charts on screen, painted from the same scenes as on paper."""
