// What cannot wait for the app. Before the first paint: the reader's choice of light or dark, whether
// the address asks for a filter, in which case the sections wait for it instead of flashing unfiltered,
// and the address of the whole, which a filtered print names. And the switch between light and dark,
// which thus works at once, and without the app.
{
  const root = document.documentElement;
  // A cookie, because the first look into localStorage holds up the first paint.
  const choice = /(?:^|; )vitae-theme=(light|dark)/.exec(document.cookie);
  if (choice) root.dataset.theme = choice[1];
  root.style.setProperty('--address', JSON.stringify(location.origin + location.pathname));
  if (/[?&]tag=./.test(location.search)) root.dataset.pending = '';

  addEventListener('click', (event) => {
    if (!event.target.closest?.('.theme')) return;
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
    // What the system has by itself is not remembered, so that the page follows it again.
    if (next === system) delete root.dataset.theme;
    else root.dataset.theme = next;
    const seconds = next === system ? 0 : 365 * 24 * 60 * 60;
    document.cookie = `vitae-theme=${next}; max-age=${seconds}; samesite=lax`;
  });
}
