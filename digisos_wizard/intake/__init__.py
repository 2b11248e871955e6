"""What comes back from others: untrusted, read whole or not at all, and never guessed at."""
