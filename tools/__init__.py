"""What runs natively: set up, fetch, build, serve. Nothing in here is shipped to a browser."""
