"""What somebody has promised: one register of who, by when and how far, from all places of a plan."""
