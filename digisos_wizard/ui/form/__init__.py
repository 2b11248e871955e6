"""Forms declared from the field catalogue: a field is a label, a control of its kind, help and message."""
