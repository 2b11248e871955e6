"""Looking things up in the content: an index made once, searched at every keystroke, and terms found in texts."""
