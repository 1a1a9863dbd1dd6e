// What the first paint must know, as it waits for this: the reader's choice of light or dark, and what the address asks for.
{
  const root = document.documentElement;
  // A cookie, because the first look into localStorage holds up the first paint. That of the folder comes before its host's.
  try {
    const [, choice] = document.cookie.split('vitae-theme=');
    if (choice) root.dataset.theme = choice.split(';')[0];
  } catch {
    // Where nothing may be kept, nothing was chosen.
  }
  // Sections wait for the app instead of flashing unfiltered.
  if (/[?&](tag|q)=./.test(location.search)) root.dataset.pending = '';
  // What is off screen is laid out when it is seen, but not for who is to land somewhere in it.
  if (!location.hash) root.dataset.lazy = '';
}
