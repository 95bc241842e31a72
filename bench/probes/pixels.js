// Runs in a worker that may hold the page's canvases: from now on keeps when pixels were put on one, with its size, in
// ms of the clock that all threads share.
() => {
  const pen = OffscreenCanvasRenderingContext2D.prototype,
    put = pen.putImageData;
  globalThis.benchPixels = [];
  pen.putImageData = function (...image) {
    put.apply(this, image);
    globalThis.benchPixels.push([performance.timeOrigin + performance.now(), this.canvas.width, this.canvas.height]);
  };
};
