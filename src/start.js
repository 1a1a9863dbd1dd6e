// Starts the app once the page is painted and loaded, and puts the prerendered page back if the app fails.
{
  const { js, jsIntegrity, wasm, wasmIntegrity, worker, manifest } = document.currentScript.dataset;
  const root = document.documentElement;
  const page = document.getElementById('page');
  const { search } = location;
  const { title } = document;

  const fail = (reason) => {
    if (root.dataset.state === 'failed') return;
    root.dataset.state = 'failed';
    console.error('vitae: the page stays as it was built:', reason);
    document.getElementById('page').replaceWith(page);
    document.title = title;
    // The address of what is there again.
    if (location.search !== search) history.replaceState(null, '', (search || location.pathname) + location.hash);
    // What is left of the app must not answer any more: links are followed by the browser, steps back by loading.
    const stop = (event) => {
      event.stopImmediatePropagation();
      if (location.search !== search) location.reload();
    };
    for (const type of ['click', 'popstate']) addEventListener(type, stop, true);
  };

  // A panic ends in a trap, wherever it was.
  const watch = (error) => {
    if (/wasm/.test(error?.stack)) fail(error);
  };
  addEventListener('error', ({ error }) => watch(error));
  addEventListener('unhandledrejection', ({ reason }) => watch(reason));

  const loaded = new Promise((resolve) => addEventListener('load', resolve));
  // What is waited for, but for so many milliseconds at most.
  const within = (delay, what) => Promise.race([what, new Promise((resolve) => setTimeout(resolve, delay))]);

  const addScript = (src, integrity) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      const onload = () => resolve(script.remove());
      const onerror = () => reject(Error(`${src} did not load`));
      document.head.append(Object.assign(script, { src, integrity, onload, onerror }));
    });

  const start = async () => {
    const painted = new Promise((resolve) => new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true }));
    // A window that is not in view paints nothing.
    await within(1000, painted);
    // A script that is added earlier would hold up the page's `load`, which in turn may wait for a picture.
    const script = within(3000, loaded).then(() => addScript(js, jsIntegrity));
    const [response] = await Promise.all([fetch(wasm, { integrity: wasmIntegrity }), script]);
    await wasm_bindgen({ module_or_path: response });
  };
  start().catch(fail);

  setTimeout(() => {
    if (root.dataset.state === 'prerendered') {
      console.warn('vitae: still waiting for the app or resume.json: until then the page stays as it was built');
    }
  }, 10000);

  // What the app has accepted is kept for when there is no network, with its pictures and the words of its language, where
  // the page does not have them; the worker answers with it, and with the page.
  const keep = async (resume) => {
    await loaded;
    const cache = await caches.open(`vitae ${new URL('.', location)}`);
    await cache.put('resume.json', new Response(resume, { headers: { 'Content-Type': 'application/json' } }));
    const pictures = [...document.images].filter((image) => image.naturalWidth).map(({ src }) => src);
    const words = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\/locales\//.test(name));
    await Promise.allSettled([...pictures, ...words].map((file) => cache.add(file)));
    await navigator.serviceWorker.register(worker);
  };
  addEventListener('vitae:live', ({ detail }) => {
    if (manifest) document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: manifest }));
    if (!worker || !('serviceWorker' in navigator)) return;
    keep(detail).catch((error) => console.info('vitae: nothing is kept for when there is no network:', error));
  });
}
