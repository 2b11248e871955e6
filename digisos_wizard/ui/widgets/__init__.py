"""What every page is built of, once each, by what it is for."""
