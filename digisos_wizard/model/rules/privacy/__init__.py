"""Risks and what is done about them."""
