"""The product's rules: pure functions over plan and content, each tested from the words of its source."""
