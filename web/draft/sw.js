// Stands in for the page's service worker while sources are worked on: takes the place of one that an earlier visit has
// left, and goes, so that the page comes from the server again.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const pages = await self.clients.matchAll({ type: "window" }); // those that the earlier one has served
  await self.registration.unregister();
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}
