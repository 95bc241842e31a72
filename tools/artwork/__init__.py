"""Everything that is drawn or cut at build time: first pictures, icons, typefaces.

Imports `common`, and `downhill`.
"""
