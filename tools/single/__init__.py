"""The page as one file that opens with a double-click, without a server and without a network.

It holds what the built site has for one language. When it is opened, every file in it gets a blob: address,
made twice from the same bytes: once on the page, and once in the worker, which can't read the page's in every
browser (`web/single/`). The boot runs as on any page; until then, numbers replace the names of files.
"""
