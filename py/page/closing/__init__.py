"""What runs at the essay's end: fetched when it comes near, or when a result is requested."""
