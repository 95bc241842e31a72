"""A robot that plays the page for minutes or hours, over languages, sizes and themes."""
