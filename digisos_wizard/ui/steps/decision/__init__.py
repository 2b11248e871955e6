"""The parts of Beslutning."""
