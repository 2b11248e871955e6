"""What each step asks, as data: which fields stand in which order under which heading, on page and paper alike."""
