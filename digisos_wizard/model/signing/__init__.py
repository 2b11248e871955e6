"""Signing the checklist, and judging what was signed and printed."""
