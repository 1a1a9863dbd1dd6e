// What the first paint must know, as it waits for this: the reader's choice of light or dark, and whether the
// address asks for a filter, in which case the sections wait for the app instead of flashing unfiltered.
{
  const root = document.documentElement;
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

  // The first frame is to have the first screen, not nothing but the page's colour, which would have to be drawn as
  // well. Put in from here, because checkers of HTML do not know it yet.
  const first = document.createElement('link');
  document.head.append(Object.assign(first, { rel: 'expect', href: '#first.js', blocking: 'render' }));
}
