// Keeps the shell of the site for times without a network: hashed scripts and styles, icons, one offline page, and the
// emergency contacts (/urgent), which open without signing in too.
// Nothing that the API answers is ever kept: no /v1, no page with a person's data.
const CACHE = 'shell-2';
const OFFLINE = ['/urgent', '/offline.html', '/offline.css', '/icon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    const urgent = url.pathname === '/urgent' || url.pathname === '/help';
    event.respondWith(fetch(request).catch(() => caches.match(urgent ? '/urgent' : '/offline.html')));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(fromShell(request));
  }
});

async function fromShell(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const reply = await fetch(request);
  if (reply.ok) await cache.put(request, reply.clone());
  return reply;
}
