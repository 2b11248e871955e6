"""The parts of Organisering og kartlegging."""
