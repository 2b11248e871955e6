"""What the rules compute: plain frozen results that page, workbook, PDF and command line all read."""
