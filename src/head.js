// Before the first paint: the reader's choice of light or dark, whether the address asks for a filter,
// in which case the sections wait for it instead of flashing unfiltered, and the address of the whole,
// which a filtered print names.
{
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('vitae-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // A browser that refuses storage has remembered nothing.
  }
  root.style.setProperty('--address', JSON.stringify(location.origin + location.pathname));
  if (/[?&]tag=./.test(location.search)) root.dataset.pending = '';
}
