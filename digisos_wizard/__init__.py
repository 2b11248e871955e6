"""Digisos-veiviser: an offline wizard for introducing the digital application for social assistance."""

__version__ = "0.1.0"
