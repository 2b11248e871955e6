"""The parts of Kostnader."""
