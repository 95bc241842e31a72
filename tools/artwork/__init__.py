"""Everything that is drawn or cut at build time: first pictures, icons, typefaces, the closing picture.

Imports `common`, and `downhill`.
"""
