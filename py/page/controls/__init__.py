"""What a reader can do: a module a kind of control. Events become requests."""
