"""Models of a class, each trained on a text of its own, put together without a server: loaded when needed.

A group hands in its weights as a code (`model_code`); the mean of all is what `averaging` says; `collecting`
says what does not fit, and `at_home` plays four groups by itself.
"""
