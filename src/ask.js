// Runs behind src/first.js. Asks for the app after the first paint, for which src/loader.js would be late.
{
  // What the release build knows: the name, and the hash of what is in it.
  const { wasm, wasmHash = '' } = document.currentScript.dataset;
  // The page has nothing between its entries, nor what src/head.js put into it for the first frame.
  document.currentScript.remove();
  for (const used of document.querySelectorAll('[id="first.js"], [rel="expect"]')) used.remove();
  // What is off screen waits (style/page.css).
  document.documentElement.dataset.settling = '';

  // Nothing is asked for before the first screen is painted. Browsers tell when that was, but after all that waits, such
  // as the end of the document: what has been drawn is painted within two frames. A window that is not in view paints
  // nothing: there it goes by the clock.
  const painted = new Promise((resolve) => {
    window.drawn.then(() => setTimeout(() => setTimeout(resolve, 32)));
    addEventListener('DOMContentLoaded', () => setTimeout(resolve, 1000));
  });
  window.asked = painted.then(() => {
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
