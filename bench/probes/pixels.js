// Runs in a worker that may hold the page's canvases: from now on keeps when pixels were put on one, with its size, in
// ms of the clock that all threads share. The list hangs on the function itself: the worker clears what it finds global.
() => {
  const pen = OffscreenCanvasRenderingContext2D.prototype,
    put = pen.putImageData,
    puts = [];
  pen.putImageData = function (...image) {
    put.apply(this, image);
    puts.push([performance.timeOrigin + performance.now(), this.canvas.width, this.canvas.height]);
  };
  pen.putImageData.puts = puts;
};
