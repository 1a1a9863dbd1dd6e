// The page without a network. src/site/worker.rs puts a line before this with FILES, the files of this build, the page
// first, and HASH, of all that is in them.
//
// There is a cache for each build, so that a page has its own files or none, and one for what the page keeps of the
// résumé (src/start.js). Their names have the address in them, as several pages may share a host.
//
// A new worker waits until the pages of the old one are closed, and does not skip that: they go on with their files.
const { scope } = registration;
const kept = `vitae ${scope}`;
const build = `${kept} ${HASH}`;

// All at once or nothing, and nothing if the host has another build by now, or half of one.
const install = async () => {
  const answers = await Promise.all(FILES.map((file, index) => fetch(file, { cache: index ? 'default' : 'no-cache' })));
  const contents = await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(contents).arrayBuffer());
  if (`${new Uint8Array(digest, 0, 8)}` !== HASH) throw Error('another build');
  const cache = await caches.open(build);
  // Made anew, because browsers refuse a page to which the host has redirected.
  await Promise.all(FILES.map((file, index) => cache.put(file, new Response(contents[index], answers[index]))));
};

const forgetOthers = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${kept} `) && name !== build) await caches.delete(name);
  }
};

const find = (file, cacheName) => caches.match(file, { cacheName, ignoreVary: true });

// Pages that came from here, and not from the host. They alone get the kept résumé: another page's is the host's.
const own = new Set();

// What the host has now, or what is here if it does not answer, is out of order, or takes too long.
const page = async ({ request, resultingClientId }) => {
  const old = await find(FILES[0], build);
  if (!old) return fetch(request);
  const answer = await Promise.race([
    fetch(request).then((answer) => (answer.status < 500 ? answer : old), () => old),
    new Promise((resolve) => setTimeout(resolve, 4000, old)),
  ]);
  if (answer === old) own.add(resultingClientId);
  return answer;
};

const part = async ({ request, clientId }, file) =>
  (await find(file, build)) || (own.has(clientId) && (await find(request, kept))) || fetch(request);

oninstall = (event) => event.waitUntil(install());
onactivate = (event) => event.waitUntil(forgetOthers());
onfetch = (event) => {
  const { request } = event;
  const { url } = request;
  if (request.method !== 'GET' || !url.startsWith(scope) || request.headers.has('range')) return;
  const file = url.slice(scope.length).split(/[?#]/)[0] || FILES[0];
  if (file === FILES[0]) event.respondWith(page(event));
  else if (request.mode !== 'navigate') event.respondWith(part(event, file));
};
