"""The connection plan: working days, windows, critical chain and how soon."""
