"""The form in which staff estimate their time: to fill in with Excel or LibreOffice, or on paper with row numbers."""
