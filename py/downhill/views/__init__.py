"""Pictures that every lesson gets: the loss move by move, and the map of the loss over two sliders."""
