"""The checklist: what the plan proves, what is signed, and what changed since."""
