"""What the plan proves, what people say by hand, and the one state that follows from both."""
