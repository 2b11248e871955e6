"""Larger parts of a page that have a life of their own: a card each, built once, shown with the page."""
