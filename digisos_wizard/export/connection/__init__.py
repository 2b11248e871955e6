"""The documents of the connection plan: timeline, months on the wall, weekly status, role sheets and contingency."""
