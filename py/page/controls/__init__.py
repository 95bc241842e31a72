"""What a reader can do: one module per kind of control. Events become requests."""
