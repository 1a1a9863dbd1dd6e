// What the first paint must know, and nothing else, as it waits for this: the reader's choice of light
// or dark, and whether the address asks for a filter, in which case the sections wait for the app
// instead of flashing unfiltered. And that what is off screen waits (style/page.css).
{
  const root = document.documentElement;
  root.dataset.settling = '';
  // A cookie, because the first look into localStorage holds up the first paint.
  const choice = /(?:^|; )vitae-theme=(light|dark)/.exec(document.cookie);
  if (choice) root.dataset.theme = choice[1];
  if (/[?&](tag|q)=./.test(location.search)) root.dataset.pending = '';
}
