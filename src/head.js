// What the first paint must know, as it waits for this: the reader's choice of light or dark, and whether the
// address asks for a filter, in which case the sections wait for the app instead of flashing unfiltered. And that what
// is off screen waits (style/page.css). After that paint it asks for the app, for which src/loader.js would be late.
{
  const root = document.documentElement;
  // What the release build knows: the name, the hash of what is in it, and where the first entry is.
  const { wasm, wasmHash = '', expect } = document.currentScript.dataset;
  root.dataset.settling = '';
  // A cookie, because the first look into localStorage holds up the first paint, and cut by hand, because the first
  // pattern does, too. That of the folder comes before its host's.
  try {
    const [, choice] = document.cookie.split('vitae-theme=');
    if (choice) root.dataset.theme = choice.split(';')[0];
  } catch {
    // Where nothing may be kept, nothing was chosen.
  }
  const { search } = location;
  if (search && /[?&](tag|q)=./.test(search)) root.dataset.pending = '';

  // The first frame is to have the first entry, where there is one, not nothing but the page's colour, which would have
  // to be drawn as well.
  const first = document.createElement('link');
  if (expect) document.head.append(Object.assign(first, { rel: 'expect', href: expect, blocking: 'render' }));
  // Who comes to another place than the top sees that in the first frame.
  if (location.hash || performance.getEntriesByType('navigation')[0]?.type !== 'navigate') delete root.dataset.fills;

  // Nothing is asked for before the first screen is painted. Browsers tell when that was, but after all that waits, such
  // as the end of the document: what has been drawn is painted within two frames. A window that is not in view paints
  // nothing: there it goes by the clock.
  const painted = new Promise((resolve) => {
    const frame = () => {
      if (document.querySelector('main')) setTimeout(() => setTimeout(resolve, 32));
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    addEventListener('DOMContentLoaded', () => setTimeout(resolve, 1000));
  });
  window.asked = painted.then(() => {
    first.remove();
    delete root.dataset.fills;
    // The longest first.
    const code = fetch('./' + wasm, { integrity: wasmHash });
    // The host's present résumé is asked for while the app itself is still on the way, which takes the answer
    // from here.
    window.resume = fetch('resume.json', { cache: 'no-cache' });
    // Should one fail, who awaits it will see that and say so.
    for (const answer of [code, window.resume]) answer.catch(() => {});
    return { code };
  });
}
