"""What there is to say about each step: what is missing, wrong or late, and how far it has come."""
