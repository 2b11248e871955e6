"""One model of all text documents: what a document says is made once, and painted as PDF or as Word."""
