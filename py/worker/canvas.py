"""A canvas that the page has handed over. Runs in Pyodide."""


class CanvasWriter:
    """Pixels put here are on the screen with the browser's next frame.

    An image that lies over the picture's own memory is kept from one put to the next. It is made anew when
    the picture has other memory, or when Python's memory has grown (what lay over it then is empty).
    `js` and `ffi` are Pyodide's modules `js` and `pyodide.ffi`; `lit` is called with the frame that shows the
    first pixels.
    """

    def __init__(self, js, ffi, canvas, lit):
        self.js, self.ffi, self.canvas, self.lit = js, ffi, canvas, lit
        self.put_image = canvas.getContext("2d", alpha=False).putImageData
        self.owner = self.proxy = self.view = None

    def put(self, pixels, whole, changed):
        """Show a picture, copied once, where it has changed: from Python's memory into the canvas."""
        if self.owner is not pixels.obj or self.data.byteLength == 0:
            self.borrow(pixels, whole.right, whole.bottom)
            changed = [whole]
        for left, top, right, bottom in changed:
            self.put_image(self.image, 0, 0, left, top, right - left, bottom - top)

    def borrow(self, pixels, width, height):
        """Lay an image over these pixels."""
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
        """Let go of the pixels: the canvas shows them as before."""
        self.give_back()
        self.owner = self.proxy = self.view = self.data = self.image = None

    def give_back(self):
        """Release what was borrowed before."""
        if self.proxy is not None:
            self.view.release()
            self.proxy.destroy()
