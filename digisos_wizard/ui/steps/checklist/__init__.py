"""The parts of Sjekkliste og signering."""
