"""The page as one file that opens by a double click, without a server and without a network.

It holds what the built site has for one language. When it is opened, every file in it gets a blob: address,
made from the same bytes twice: once on the page, and once in the worker, which can't read the page's in every
browser (`web/single/`). The boot runs as on any page; where it names a file, a number stands until then.
"""
