// Runs before the page's own scripts. Keeps when Python was ready, when the first frame was drawn, when a frame with
// both had been painted, when the browser had the frame's picture, and when all that was on the screen (in ms since
// navigation started).
(frameSelector, litSelector) => {
  if (window !== window.top) return;
  const seen = { ready: null, frame: null, painted: null, lit: null, shown: null };
  // The frame that carries a change is painted right after the next animation callbacks; a message posted from
  // there is handled when that painting is done.
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  const live = new Promise((resolve, reject) => {
    let seeking = false;
    const finish = () => {
      if (seen.painted === null || seen.lit === null) return;
      changes.disconnect();
      seen.shown = Math.max(seen.painted, seen.lit);
      resolve();
    };
    const look = () => {
      const state = document.documentElement?.dataset.python;
      if (state === "failed") reject(new Error("the page says data-python=failed"));
      if (state === "ready") seen.ready ??= performance.now();
      if (Number(document.querySelector(frameSelector)?.dataset.frame) > 0) seen.frame ??= performance.now();
      if (document.querySelector(litSelector)) seen.lit ??= performance.now();
      if (!seeking && seen.ready !== null && seen.frame !== null) {
        seeking = true;
        afterPaint(() => {
          seen.painted = performance.now();
          finish();
        });
      }
      finish();
    };
    const changes = new MutationObserver(look);
    changes.observe(document, {
      subtree: true,
      attributes: true,
      attributeFilter: ["data-python", "data-frame", "data-lit"],
    });
  });
  live.catch(() => {});
  globalThis.benchStart = async (limit) => {
    const late = new Promise((_, reject) =>
      setTimeout(
        () => reject(new Error(`not live within ${limit} ms: data-python=${document.documentElement.dataset.python}`)),
        limit,
      ),
    );
    await Promise.race([live, late]);
    return seen;
  };
};
