"""Påkoblingsplan: the day and its timeline, activities, the weekly status, Fiks and contingency, and around the day."""
