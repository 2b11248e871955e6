"""The parts of Gevinster."""
