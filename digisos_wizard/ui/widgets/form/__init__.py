"""Forms in sections, scales with words, and what else is asked with."""
