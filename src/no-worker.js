// What becomes of the worker where the page is to have none any more: it goes, with all that it and the page kept.
const kept = `vitae ${registration.scope}`;

const forget = async () => {
  for (const name of await caches.keys()) {
    if (name === kept || name.startsWith(`${kept} `)) await caches.delete(name);
  }
  await registration.unregister();
};

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(forget()));
