"""What is handed out on paper: forms to fill in, sheets for workshops, texts for applicants and for the reception."""
