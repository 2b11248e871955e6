"""Meetings: their questions, their course, and what they decide."""
