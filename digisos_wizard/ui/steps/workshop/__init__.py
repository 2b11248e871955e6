"""Møter: what a meeting takes up, what it decided, what was left, and the meetings held."""
