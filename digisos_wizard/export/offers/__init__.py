"""What is offered, one file for each group: how each document is made, loading its libraries only then."""
