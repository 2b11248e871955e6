"""The plan, the content types, and the rules over both: frozen records and pure functions."""
