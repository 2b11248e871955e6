"""Looking at a document and printing it, inside the program, while the window stays alive."""
