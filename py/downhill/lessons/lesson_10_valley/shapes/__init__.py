"""The curves that the lesson brings along, a file each: their height, and their slope.

`x` is a number or an array of them; heights and slopes have its shape. All are in the axes' own units.
"""
