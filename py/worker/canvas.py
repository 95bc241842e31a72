"""Writes pixels to a canvas that the page has transferred. Runs in Pyodide."""


class CanvasWriter:
    """A canvas writer: pixels put here are on the screen with the browser's next frame.

    An image that shares the picture's own memory is kept from one put to the next. It is replaced if the
    picture has other memory, or if Python's memory has grown (which detaches everything that shared it).
    `js` and `ffi` are Pyodide's modules `js` and `pyodide.ffi`; `lit` is called with the frame that shows the
    first pixels.
    """

    def __init__(self, js, ffi, canvas, lit):
        self.js, self.ffi, self.canvas, self.lit = js, ffi, canvas, lit
        self.put_image = canvas.getContext("2d", alpha=False).putImageData
        self.owner = self.proxy = self.view = None

    def put(self, pixels, whole, changed):
        """Copy the changed parts of a picture once, from Python's memory into the canvas."""
        if self.owner is not pixels.obj or self.data.byteLength == 0:
            self.borrow(pixels, whole.right, whole.bottom)
            changed = [whole]
        for left, top, right, bottom in changed:
            self.put_image(self.image, 0, 0, left, top, right - left, bottom - top)

    def borrow(self, pixels, width, height):
        """Make an image that shares the memory of these pixels."""
        if (self.canvas.width, self.canvas.height) != (width, height):
            self.canvas.width, self.canvas.height = width, height
        self.give_back()
        if self.lit:
            self.js.requestAnimationFrame(self.ffi.create_once_callable(self.lit))
            self.lit = None
        self.proxy = self.ffi.create_proxy(pixels)
        self.view = self.proxy.getBuffer("u8clamped")
        self.data = self.view.data
        self.image = self.js.ImageData.new(self.data, width, height)
        self.owner = pixels.obj

    def release(self):
        """Release the pixels; the canvas keeps showing them."""
        self.give_back()
        self.owner = self.proxy = self.view = self.data = self.image = None

    def give_back(self):
        """Release what was borrowed before."""
        if self.proxy is not None:
            self.view.release()
            self.proxy.destroy()
