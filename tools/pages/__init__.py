"""HTML: the page in every language, the papers, the worksheets.

Imports `common`, `languages`, `artwork`, and `downhill`.
"""
