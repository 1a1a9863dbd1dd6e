// What the first paint must know, and nothing else, as it waits for this: the reader's choice of light
// or dark, and whether the address asks for a filter, in which case the sections wait for the app
// instead of flashing unfiltered. And that what is off screen waits (style/page.css).
{
  const root = document.documentElement;
  root.dataset.settling = '';
  // A cookie, because the first look into localStorage holds up the first paint, and cut by hand, because the first
  // pattern does, too. That of the folder comes before its host's.
  const [, choice] = document.cookie.split('vitae-theme=');
  if (choice) root.dataset.theme = choice.split(';')[0];
  const { search } = location;
  if (search && /[?&](tag|q)=./.test(search)) root.dataset.pending = '';
}
