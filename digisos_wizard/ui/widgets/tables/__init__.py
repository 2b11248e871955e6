"""Lists with their detail, grids that are typed in, and lists to pick from."""
