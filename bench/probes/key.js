// Listens for trusted key presses on the slider. For each keeps the ms from the event's own time stamp to the end of
// painting of the first frame that carries the changed picture: the next animation callback after the frame counter
// has changed, then a message posted from it, which is handled when that frame has been painted.
({ slider, frame }) => {
  const input = document.querySelector(slider);
  const counted = document.querySelector(frame);
  const times = [];
  let arrived = () => {};
  const listen = (event) => {
    if (!event.isTrusted || event.target !== input) return;
    const changes = new MutationObserver(() => {
      changes.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          times.push(performance.now() - event.timeStamp);
          arrived();
        };
        port2.postMessage(null);
      });
    });
    changes.observe(counted, { attributes: true, attributeFilter: ["data-frame"] });
  };
  addEventListener("keydown", listen, { capture: true });
  input.focus();
  globalThis.benchKeys = {
    steps: Math.round((Number(input.max) - Number(input.min)) / Number(input.step)),
    until: (count) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no frame followed key press ${count} on ${slider}`)), 30000);
        arrived = () => {
          if (times.length < count) return;
          clearTimeout(late);
          resolve(times.length);
        };
        arrived();
      }),
    finish: () => {
      removeEventListener("keydown", listen, { capture: true });
      return times;
    },
  };
  return globalThis.benchKeys.steps;
};
