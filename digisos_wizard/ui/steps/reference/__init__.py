"""Oppslag: searching and reading what the sources say."""
