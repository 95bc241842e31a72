"""Who moves sliders: the reader's hand, or gradient descent."""

HAND, MACHINE = "hand", "machine"
