// Lets the page be opened without a network: a service worker keeps all its files on this device. It is told that this
// version is live, so that it may forget earlier ones.
export async function keepOffline() {
  const workers = navigator.serviceWorker; // none on a page that is served without https
  if (!workers) return;
  await workers.register(new URL("../../sw.js", import.meta.url));
  workers.controller?.postMessage({ live: import.meta.url });
}
