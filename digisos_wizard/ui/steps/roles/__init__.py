"""The parts of Roller."""
