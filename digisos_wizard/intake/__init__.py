"""What comes back from others: staff forms, measurements, other offices' plans. Untrusted: all or nothing."""
