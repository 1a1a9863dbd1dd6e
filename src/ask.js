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
    setTimeout(resolve, 50);
  });

  // The page is laid out part by part, from the top down, so that nothing blocks: what is in view before the next frame, which
  // has nothing else to look at then (style/page.css), and what is not further down than this, frame by frame. Or all at
  // once as soon as the reader goes anywhere.
  let going;
  window.settle = async (below) => {
    going?.abort();
    going = new AbortController();
    const { signal } = going;
    const end = () => {
      if (signal.aborted) return;
      going.abort();
      // Until the app takes the place, what is further down goes on to wait.
      if (root.dataset.state === 'prerendered') {
        if (root.dataset.settling) root.dataset.settling = '';
        return;
      }
      delete root.dataset.settling;
      for (const part of document.querySelectorAll('[data-drawn]')) part.removeAttribute('data-drawn');
    };
    if (scrollY || location.hash) return end();
    for (const type of ['scroll', 'hashchange', 'changing', 'keydown', 'mousedown', 'touchstart', 'beforeprint']) {
      addEventListener(type, end, { capture: true, passive: true, signal });
    }
    const draw = async (those, below, rest) => {
      let start = performance.now();
      for (const part of document.querySelectorAll(`main :is(${those}, .section + .section):not([data-drawn])`)) {
        if (performance.now() - start > 8) {
          await rest();
          start = performance.now();
        }
        if (signal.aborted) return;
        if (part.getBoundingClientRect().top > below) continue;
        part.dataset.drawn = '';
        // To ask for its height is to have it laid out.
        part.getBoundingClientRect();
      }
    };
    // Entries of a long page are laid out when they are seen: many at once are little work.
    const [seen, all] = document.querySelector('[data-long]')
      ? [':not(.batch) + .batch :is(.job, .entry)', '.batch'] : Array(2).fill('.entry + .entry, .job + .job');
    await draw(seen, innerHeight, window.next);
    if (signal.aborted) return;
    root.dataset.settling = 'seen';
    do {
      await window.afterFrame();
      await draw(all, below, window.afterFrame);
    } while (document.readyState === 'loading' && !signal.aborted);
    end();
  };

  // What is off screen waits (style/page.css), but not for who is to land somewhere in it. Where the first frame came before
  // the rest, all that is less than so many screens away, as browsers have it, would be too much for the second.
  if (!location.hash) root.dataset.settling = '';
  if (window.drawn) window.settle(2.5 * innerHeight);

  // The page has nothing between its entries, nor what src/head.js put into it for the first frame.
  document.currentScript.remove();
  for (const used of document.querySelectorAll('[id="first.js"], [rel="expect"]')) used.remove();

  // Nothing is asked for before the first screen is painted. Browsers tell when that was, but after all that waits, such
  // as the end of the document: what has been drawn is painted within two frames. A window that is not in view paints
  // nothing: there it goes by the clock.
  const painted = new Promise((resolve) => {
    const paint = () => setTimeout(() => setTimeout(resolve, 32));
    if (window.drawn) paint();
    else requestAnimationFrame(paint);
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
