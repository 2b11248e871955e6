"""What pages show: key figures and rows from the figures of a plan, one module for each page that has many."""
