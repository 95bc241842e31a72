// Replaces a service worker from an earlier visit, and unregisters, so that pages come from the server.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", async () => {
  const pages = await self.clients.matchAll({ type: "window" }); // served by the earlier one
  await self.registration.unregister();
  for (const page of pages) page.navigate(page.url);
});
