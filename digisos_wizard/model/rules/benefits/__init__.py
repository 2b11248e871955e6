"""What is freed and gained, how sure it is, and how it is measured."""
