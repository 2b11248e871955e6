"""What staff have estimated about how they work today."""
