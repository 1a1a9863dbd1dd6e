// Runs behind src/first.js. Asks for the app after the first paint, for which src/loader.js would be late, and has the rest
// of the page laid out in steps.
{
  // What the release build knows: the name, and the hash of what is in it.
  const { wasm, wasmHash = '' } = document.currentScript.dataset;
  const root = document.documentElement;

  // A task of its own: before timers and frames, where the browser knows that.
  window.next = () => window.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

  // A task of its own, just behind a frame: when the last is a tenth of a second ago, Chromium draws the next before it does
  // anything else. A window that is not in view has no frames.
  window.afterFrame = () => new Promise((resolve) => {
    requestAnimationFrame(() => window.next().then(resolve));
    setTimeout(resolve, 250);
  });

  // The page is laid out part by part, from the top down, so that nothing blocks: what is in view before the next frame, if it
  // is there yet, so that the frame has nothing else to look at (style/page.css); then frame by frame what is not further
  // down than this. Or all at once as soon as the reader goes anywhere.
  let going;
  window.settle = async (below) => {
    going?.abort();
    going = new AbortController();
    const { signal } = going;
    const { state } = root.dataset;
    // What the app has replaced is laid out no more.
    const isOver = () => signal.aborted || root.dataset.state !== state;
    const end = () => {
      if (isOver()) return;
      going.abort();
      if (state === 'live') {
        delete root.dataset.settling;
        for (const part of document.querySelectorAll('[data-drawn]')) part.removeAttribute('data-drawn');
      } else {
        // Until the app takes the place, what is further down goes on to wait.
        root.dataset.settling = '';
      }
    };
    if (location.hash) return end();
    for (const type of ['scroll', 'wheel', 'resize', 'hashchange', 'changing', 'keydown', 'mousedown', 'touchstart', 'click',
      'focusin', 'beforeprint']) {
      addEventListener(type, end, { capture: true, passive: true, signal });
    }
    // Styles alone at first: together with the layout, for which all that follows asks, they would be too long a task.
    document.getElementById('page').checkVisibility?.();
    await window.next();
    if (scrollY) return end();
    const draw = async (those, below, rest) => {
      let start = performance.now();
      let skipped;
      for (const part of document.querySelectorAll(`main :is(${those}):not([data-drawn])`)) {
        if (performance.now() - start > 8) {
          await rest();
          start = performance.now();
        }
        if (isOver()) return;
        // To ask for the place of what is in a part that waits is to have all of that laid out.
        if (skipped?.contains(part)) continue;
        skipped = part;
        if (part.getBoundingClientRect().top > below) continue;
        skipped = undefined;
        part.dataset.drawn = '';
        // To ask for its height is to have it laid out.
        part.getBoundingClientRect();
      }
    };
    // What is not in view of a long page is laid out when it is seen: many entries at once are little work.
    const parts = '.entry + .entry, .job + .job, .section + .section';
    const isLong = document.querySelector('[data-long]');
    const [seen, all] = isLong
      ? [':not(.batch) + .batch :is(.job, .entry), .section + .section', '.section:has(> .batch), .batch']
      : [parts, parts];
    await draw(seen, innerHeight, window.next);
    if (isOver()) return;
    root.dataset.settling = 'seen';
    do {
      await window.afterFrame();
      await draw(all, below, window.afterFrame);
    } while (document.readyState === 'loading' && !isOver());
    await window.afterFrame();
    if (isOver()) return;
    end();
    // What comes of that is not for the next frame, either.
    document.body.getBoundingClientRect();
  };

  // What is off screen waits (style/page.css), but not for who is to land somewhere in it. Where the first frame came before
  // the rest, all that is less than so many screens away, as browsers have it, would be too much for the second.
  root.dataset.painted = '';
  if (!location.hash) {
    root.dataset.settling = window.drawn ? 'seen' : '';
    // Not in the task that has brought all this.
    if (window.drawn) window.next().then(() => window.settle(2.5 * innerHeight));
  }

  // The page has nothing between its entries, nor what src/head.js put into it for the first frame.
  document.currentScript.remove();
  for (const used of document.querySelectorAll('[id="first.js"], [rel="expect"]')) used.remove();

  // Nothing is asked for before the first screen is painted. Browsers tell when that was, but after all that waits, such
  // as the end of the document. What was drawn counts as painted when the next frame begins, but not within a tenth of a
  // second. A window that is not in view paints nothing: there it goes by the clock.
  const painted = new Promise((resolve) => {
    const first = (drawn) => requestAnimationFrame((now) => {
      const delay = Math.max(0, drawn + 100 - now);
      if (window.scheduler?.postTask) window.scheduler.postTask(resolve, { priority: 'user-blocking', delay });
      else setTimeout(resolve, delay);
    });
    if (window.drawn) first(window.drawn);
    else requestAnimationFrame(first);
    addEventListener('DOMContentLoaded', () => setTimeout(resolve, 1000));
  });
  window.asked = painted.then(async () => {
    // Should one fail, who awaits it will see that and say so.
    const ask = (...what) => {
      const answer = fetch(...what);
      answer.catch(() => {});
      return answer;
    };
    // The longest first.
    const code = ask('./' + wasm, { integrity: wasmHash });
    await window.next();
    // The host's present résumé is asked for while the app itself is still on the way, which takes the answer
    // from here.
    window.resume = ask('resume.json', { cache: 'no-cache' });
    return { code };
  });
}
