// Starts the app once the prerendered page is painted, and puts that page back if the app fails. And
// does what needs no app: the switch between light and dark, printing, copying the address, unfolding the
// timeline and entries, and naming the address of the whole, which a filtered print says.
{
  const { js, wasm, css } = document.currentScript.dataset;
  let isRun = false;
  const run = () => {
    if (isRun) return;
    isRun = true;
    const root = document.documentElement;
    const page = document.getElementById('page');

    const fail = (reason) => {
      if (root.dataset.state === 'failed') return;
      document.getElementById('page').replaceWith(page);
      root.dataset.state = 'failed';
      console.error('vitae: the page stays as it was built:', reason);
      // What is left of the app must not answer any more: links are followed by the browser.
      const left = (event) => {
        if (!event.target.closest?.('.theme, .print, .more')) event.stopImmediatePropagation();
      };
      for (const type of ['click', 'popstate']) addEventListener(type, left, true);
    };

    // What is below the first screen is styled once that is painted.
    const style = () => new Promise((resolve) => {
      if (!css) return resolve();
      const link = document.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: './' + css, onload: resolve, onerror: resolve });
      document.head.append(link);
    });

    const start = async () => {
      const styled = style();
      // The host's present résumé is asked for while the app itself is still on the way, which takes the answer
      // from here. Should it fail, the app will see that and say so.
      window.resume = fetch('resume.json', { cache: 'no-cache' });
      window.resume.catch(() => {});
      const [app, response] = await Promise.all([import('./' + js), fetch('./' + wasm), styled]);
      const watch = (error) => {
        if (/wasm/.test(error?.stack)) fail(error);
      };
      addEventListener('error', ({ error }) => watch(error));
      addEventListener('unhandledrejection', ({ reason }) => watch(reason));
      await app.default({ module_or_path: response });
    };

    // Where nothing is painted, the app starts by the clock.
    const painted = new Promise((resolve) => {
      setTimeout(resolve, 1000);
      if (PerformanceObserver.supportedEntryTypes?.includes('paint')) {
        new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
      } else {
        requestAnimationFrame(() => setTimeout(resolve));
      }
    });
    painted.then(start).catch(fail);

    // In a long page, what is off screen is as tall as estimated until it is seen: a jump lands where its
    // aim was before that.
    const land = (frames) => {
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
      if (frames) requestAnimationFrame(() => land(frames - 1));
    };
    addEventListener('hashchange', () => {
      if (document.querySelector('[data-long]')) land(3);
    });

    addEventListener('beforeprint', () => {
      root.style.setProperty('--address', JSON.stringify(location.origin + location.pathname));
    });

    let copied;
    const copy = async (button) => {
      const words = button.dataset.words ??= button.textContent;
      try {
        await navigator.clipboard.writeText(location.origin + location.pathname + location.search);
        button.textContent = button.dataset.copied;
      } catch (error) {
        console.warn('vitae: the link was not copied:', error);
        button.textContent = button.dataset.notCopied;
      }
      clearTimeout(copied);
      copied = setTimeout(() => { button.textContent = words; }, 2000);
    };

    addEventListener('click', ({ target }) => {
      const button = target.closest?.('button');
      if (button?.matches('.print')) print();
      if (button?.matches('.copy')) copy(button);
      if (button?.matches('.more')) {
        const all = button.parentElement.toggleAttribute('data-all');
        button.setAttribute('aria-expanded', all);
      }
      if (button?.matches('.unfold')) {
        const open = button.closest('.entry').toggleAttribute('data-open');
        button.setAttribute('aria-expanded', open);
      }
      if (!button?.matches('.theme')) return;
      const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
      // What the system has by itself is not remembered, so that the page follows it again.
      if (next === system) delete root.dataset.theme;
      else root.dataset.theme = next;
      const seconds = next === system ? 0 : 365 * 24 * 60 * 60;
      document.cookie = `vitae-theme=${next}; max-age=${seconds}; samesite=lax`;
    });
  };
  // What is done here must not hold up the first frame. A window that is not in view has none: there it runs
  // by the clock.
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, 1000);
}
