// Before the first paint: the reader's choice of light or dark, and whether the address asks for a
// filter, in which case the sections wait for it instead of flashing unfiltered.
{
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('vitae-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // A browser that refuses storage has remembered nothing.
  }
  if (/[?&]tag=./.test(location.search)) root.dataset.pending = '';
}
