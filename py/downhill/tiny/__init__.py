"""A language model small enough to be trained while somebody looks on: text, network, training."""
