"""What connecting and operating costs, line by line."""
