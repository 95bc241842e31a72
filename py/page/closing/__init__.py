"""The essay's end at work: fetched when it comes near, or when a result is asked for."""
