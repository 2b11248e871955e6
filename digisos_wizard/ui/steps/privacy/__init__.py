"""Personvern: the assessment, the way of the data, risks, measures, and what is concluded."""
