"""The parts of Avtaler."""
