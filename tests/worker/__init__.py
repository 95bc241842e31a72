"""The worker's side of a request, without a browser."""
