"""What a room full of people sees, and the keys of whoever leads: questions and slides alike."""
