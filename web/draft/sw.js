// Takes the place of a service worker that an earlier visit has left, and goes, so that pages come from the server.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", async () => {
  const pages = await self.clients.matchAll({ type: "window" }); // those that the earlier one has served
  await self.registration.unregister();
  for (const page of pages) page.navigate(page.url);
});
