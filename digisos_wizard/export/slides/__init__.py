"""The leader package as slides: laid out once, and painted alike as PDF and as PowerPoint."""
