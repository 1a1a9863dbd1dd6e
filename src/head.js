// What cannot wait for the app. Before the first paint: the reader's choice of light or dark, whether
// the address asks for a filter, in which case the sections wait for it instead of flashing unfiltered,
// and the address of the whole, which a filtered print names. And the switch between light and dark,
// which thus works at once, and without the app.
{
  const root = document.documentElement;
  const key = 'vitae-theme';
  // A browser may refuse storage: then the choice lasts as long as the page.
  const stored = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };

  const choice = stored((storage) => storage.getItem(key));
  if (choice === 'light' || choice === 'dark') root.dataset.theme = choice;
  root.style.setProperty('--address', JSON.stringify(location.origin + location.pathname));
  if (/[?&]tag=./.test(location.search)) root.dataset.pending = '';

  addEventListener('click', (event) => {
    if (!event.target.closest?.('.theme')) return;
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
    // What the system has by itself is not remembered, so that the page follows it again.
    if (next === system) {
      delete root.dataset.theme;
      stored((storage) => storage.removeItem(key));
    } else {
      root.dataset.theme = next;
      stored((storage) => storage.setItem(key, next));
    }
  });
}
