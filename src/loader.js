// Starts the app once the prerendered page is painted, and puts that page back if the app fails.
{
  const { js, wasm } = document.currentScript.dataset;
  const root = document.documentElement;
  const page = document.getElementById('page');

  const fail = (reason) => {
    if (root.dataset.state === 'failed') return;
    document.getElementById('page').replaceWith(page);
    root.dataset.state = 'failed';
    console.error('vitae: the page stays as it was built:', reason);
    // What is left of the app must not answer any more: links are followed by the browser.
    for (const type of ['click', 'popstate']) {
      addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    }
  };

  const start = async () => {
    // The app asks for the résumé itself; it is here by the time that the app is.
    const resume = document.createElement('link');
    Object.assign(resume, { rel: 'preload', as: 'fetch', href: 'resume.json', crossOrigin: 'anonymous' });
    document.head.append(resume);
    const [app, response] = await Promise.all([import('./' + js), fetch('./' + wasm)]);
    addEventListener('error', ({ error }) => {
      if (error instanceof WebAssembly.RuntimeError) fail(error);
    });
    await app.default({ module_or_path: response });
  };

  requestAnimationFrame(() => setTimeout(() => start().catch(fail)));
}
