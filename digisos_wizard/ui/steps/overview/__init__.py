"""The overview: home."""
