"""What an edit brings with it, and removing a person everywhere."""
