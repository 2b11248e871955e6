"""What all printed documents share: page, styles, building blocks, shapes."""
