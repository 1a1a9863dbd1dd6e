// Starts the app once src/ask.js has asked for it, and puts the prerendered page back if the app fails. And
// does what needs no app: the switch between light and dark, printing, copying the address, unfolding the
// timeline and entries, putting its tips away, and naming the address of the whole, which a filtered print says.
{
  // What the release build knows: names, and whether there are a manifest and a worker.
  const { js, manifest, worker } = document.currentScript.dataset;
  const root = document.documentElement;
  const page = document.getElementById('page');

  const fail = (reason) => {
    if (root.dataset.state === 'failed') return;
    root.dataset.state = 'failed';
    console.error('vitae: the page stays as it was built:', reason);
    style();
    document.getElementById('page').replaceWith(page);
    // What is left of the app must not answer any more: links are followed by the browser.
    const left = (event) => {
      if (!event.target.closest?.('.theme, .print, .more')) event.stopImmediatePropagation();
    };
    for (const type of ['click', 'popstate']) addEventListener(type, left, true);
  };

  // What is below the first screen is styled once that is painted. Who has no scripts has these styles at once; a
  // page in the making has none that wait.
  const style = () => {
    const later = document.querySelector('style + noscript');
    if (!later) return;
    const style = document.createElement('style');
    style.textContent = later.textContent.replace(/<.?style>/g, '');
    document.head.append(style);
    later.remove();
  };
  addEventListener('beforeprint', style);

  // What the app has accepted is kept for when there is no network, with its pictures and the words of its
  // language, where the page does not have them; the worker answers with it, and with the page. A browser that keeps
  // nothing has the page from the network alone.
  const keep = async (answer) => {
    if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
    const cache = await caches.open(`vitae ${new URL('.', location)}`);
    await cache.put('resume.json', await answer);
    const pictures = [...document.images].filter((image) => image.naturalWidth).map(({ src }) => src);
    const words = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\/locales-/.test(name));
    await Promise.allSettled([...pictures, ...words].map((file) => cache.add(file)));
    // Pages that require trusted types register no worker whose address could be anyone's.
    const trusted = window.trustedTypes?.createPolicy('vitae', { createScriptURL: () => worker });
    await navigator.serviceWorker.register(trusted?.createScriptURL('') ?? worker);
  };

  // Makes what the app says, because a call from WebAssembly for each element and attribute would cost more than they
  // do: src/view/element.rs has the signs. Answers with a fragment, and then the nodes that change.
  window.draw = (steps) => {
    let at = document.createDocumentFragment();
    const nodes = [at];
    for (const step of steps.split('\0')) {
      const about = step.slice(1);
      switch (step[0]) {
        case '<': at = at.appendChild(document.createElement(about)); break;
        case '{': at = at.appendChild(document.createElementNS('http://www.w3.org/2000/svg', about)); break;
        case '=': {
          const end = about.indexOf('=');
          at.setAttribute(about.slice(0, end), about.slice(end + 1));
          break;
        }
        case '"': at.append(about); break;
        case '~': nodes.push(at.appendChild(document.createTextNode(''))); break;
        case '!': nodes.push(at.appendChild(document.createComment(''))); break;
        case '*': nodes.push(at); break;
        case '>': at = at.parentNode; break;
      }
    }
    return nodes;
  };

  // Lets the browser do what has come up meanwhile: what the reader does at once, timers and frames ten times a second at
  // least. Timers alone would be later than that, by four milliseconds where one follows the other.
  let rested = 0;
  window.pause = async () => {
    if (performance.now() - rested < 100) return window.next();
    await new Promise((resolve) => setTimeout(resolve));
    rested = performance.now();
  };

  let hasScrolled = false;
  addEventListener('scroll', () => { hasScrolled = true; }, { once: true, passive: true });

  // To take all of a long page out of the document at once would be too long a task: what is far down goes before, and
  // leaves its room, unless the reader may be there. Then it is time to take the place.
  const rooms = new Map();
  window.makeWay = async () => {
    const far = [...page.querySelectorAll('.batch + .batch')].reverse();
    const heights = far.map((batch) => batch.offsetHeight);
    hasScrolled ||= scrollY > 0;
    for (const [at, batch] of far.entries()) {
      await window.pause();
      if (hasScrolled) break;
      const room = document.createElement('div');
      room.style.height = `${heights[at]}px`;
      batch.replaceWith(room);
      rooms.set(room, batch);
    }
    await window.afterFrame();
  };

  const [live, failed] = ['live', 'failed'].map((state) => new Promise((resolve) => {
    new MutationObserver(() => {
      // Not in the task that takes the place, which is long enough.
      window.next().then(() => { if (root.dataset.state === state) resolve(); });
    }).observe(root, { attributeFilter: ['data-state'] });
  }));
  failed.then(() => {
    delete root.dataset.settling;
    for (const [room, batch] of rooms) room.replaceWith(batch);
  });

  const parsed = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
  const start = async ({ code }) => {
    // What the import must be, an import map says.
    const glue = import('./' + js);
    parsed.then(() => setTimeout(style));
    if (worker && 'serviceWorker' in navigator) {
      const answer = window.resume.then((response) => response.clone());
      answer.catch(() => {});
      live.then(() => keep(answer)).catch((error) => console.info('vitae: nothing is kept for when there is no network:', error));
    }
    // Nothing that the app waits for has to share the network with it.
    if (manifest) {
      live.then(() => {
        const link = document.createElement('link');
        document.head.append(Object.assign(link, { rel: 'manifest', href: manifest }));
      });
    }
    const [app, response] = await Promise.all([glue, code]);
    const watch = (error) => {
      if (/wasm/.test(error?.stack)) fail(error);
    };
    addEventListener('error', ({ error }) => watch(error));
    addEventListener('unhandledrejection', ({ reason }) => watch(reason));
    await app.default({ module_or_path: response });
  };

  // When the first screen is painted (src/ask.js), and not in the task that brings this, which is long enough.
  window.asked.then((asked) => window.next().then(() => start(asked))).catch(fail);

  let isListening = false;
  const listen = () => {
    if (isListening) return;
    isListening = true;
    setTimeout(() => {
      if (root.dataset.state === 'prerendered') {
        console.warn('vitae: still waiting for the app or resume.json: until then the page stays as it was built');
      }
    }, 10_000);

    // What is off screen is as tall as estimated until it is seen, in a long page for good: a jump lands where its aim was
    // before that, and what comes into view then moves the aim once more.
    let isReading = false;
    for (const type of ['wheel', 'touchmove', 'keydown', 'mousedown']) {
      addEventListener(type, () => { isReading = true; }, { passive: true });
    }
    const land = (frames) => {
      if (isReading) return;
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
      if (frames) requestAnimationFrame(() => land(frames - 1));
    };
    addEventListener('hashchange', () => {
      if (!document.querySelector('[data-long]')) return;
      isReading = false;
      land(8);
    });
    Promise.race([live, failed]).then(() => {
      // What a reader does at once must not be undone for long.
      if (location.hash) land(document.querySelector('[data-long]') ? 8 : 3);
    });

    // The list of technologies stands on the bar, which has one row or more.
    live.then(() => {
      const bar = document.querySelector('.filter-bar');
      if (!bar) return;
      const sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      // Said of the list alone: a change of what all the page inherits has all of it styled again.
      new ResizeObserver(() => sheet.replaceSync(`#tags { --bar-now: ${bar.offsetHeight}px }`)).observe(bar);
    });

    // Behind the sheet above, with which all has its styles anew.
    live.then(() => window.settle(Infinity));

    // Filtering moves calmly: what is in view slides from where it was, and what unfolds comes up. A long page
    // stays out of it, where to ask for all these places costs more than the filter.
    const parts = 'main :is(h2, .proof, .employer, .job-head, .entry, .skill, .plot, .more, .invitation, .ways)';
    const calm = matchMedia('(prefers-reduced-motion: no-preference)');
    let places = [];
    let slides = [];
    addEventListener('changing', () => {
      // Of several changes before a frame, the first knows where everything was.
      if (places.length || !calm.matches || document.querySelector('[data-long]')) return;
      places = [...document.querySelectorAll(parts)].map((part) => {
        const body = part.querySelector(':scope > .entry-body');
        return { part, body, was: part.getBoundingClientRect(), isOpen: body?.checkVisibility?.() };
      });
    });
    addEventListener('changed', () => {
      if (!places.length) return;
      const token = (name) => getComputedStyle(root).getPropertyValue(name).trim();
      const timing = { duration: parseFloat(token('--slide')) || 0, easing: token('--ease') || 'ease' };
      // What still slides is measured where it comes to rest.
      for (const slide of slides) slide.cancel();
      slides = [];
      const moved = places.map((place) => [place, place.part.getBoundingClientRect()]);
      places = [];
      for (const [{ part, body, was, isOpen }, now] of moved) {
        const isSeen = ({ top, bottom }) => top < innerHeight && bottom > 0;
        if (!now.height || !(isSeen(was) || isSeen(now)) || part.parentElement.closest('.entry')) continue;
        const way = Math.max(-innerHeight, Math.min(innerHeight, was.top - now.top));
        const rise = (what) => slides.push(what.animate({ opacity: [0, 1] }, timing));
        if (!was.height) rise(part);
        else if (Math.abs(way) > 1) slides.push(part.animate({ transform: [`translateY(${way}px)`, 'none'] }, timing));
        if (isOpen === false && body.checkVisibility()) rise(body);
      }
    });

    addEventListener('beforeprint', () => {
      root.style.setProperty('--address', JSON.stringify(location.origin + location.pathname));
    });

    let copied;
    const copy = async ({ dataset, nextElementSibling: answer }) => {
      try {
        await navigator.clipboard.writeText(location.origin + location.pathname + location.search);
        answer.textContent = dataset.copied;
      } catch (error) {
        console.warn('vitae: the link was not copied:', error);
        answer.textContent = dataset.notCopied;
      }
      clearTimeout(copied);
      copied = setTimeout(() => answer.replaceChildren(), 2000);
    };

    // Esc puts the timeline's tips away, until something else is pointed at or has the focus.
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') root.dataset.quiet = '';
    });
    for (const type of ['mouseover', 'focusin']) addEventListener(type, () => { delete root.dataset.quiet; });

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
  requestAnimationFrame(() => setTimeout(listen));
  setTimeout(listen, 1000);
}
