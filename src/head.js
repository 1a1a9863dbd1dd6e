// What the first paint must know, as it waits for this: the reader's choice of light or dark, and the filter of a link.
{
  const root = document.documentElement;
  // A cookie, because the first look into localStorage holds up the first paint. That of the folder comes before its host's.
  try {
    const [, choice] = document.cookie.split('vitae-theme=');
    if (choice) root.dataset.theme = choice.split(';')[0];
  } catch {
    // Where nothing may be kept, nothing was chosen.
  }
  // What is off screen is laid out when it is seen, but not for who is to land somewhere in it.
  if (!location.hash) root.dataset.lazy = '';
  // Only the app can search for words: sections wait for it instead of flashing unfiltered.
  const query = new URLSearchParams(location.search);
  if (query.get('q')) root.dataset.pending = '';

  // Of each tag: its entries, what is said of them, its slug and its other names. A link finds it as by `Index::linked` in
  // src/tags.rs.
  const tags = document.currentScript.dataset.tags.split(/\n/).map((line) => line.split(/\t/));
  const find = (name) => {
    const key = name.replace(/\p{White_Space}+/gu, ' ').replace(/^ | $/g, '').toLowerCase();
    const spelled = key.replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replace(/^\./, 'dot ');
    const slug = spelled.split(/[!-/:-@[-`{-~\p{White_Space}]+/u).filter(Boolean).join('-');
    return [key, slug].map((name) => name && tags.find(([, , ...names]) => names.includes(name))).find(Boolean);
  };
  const chosen = [...new Set(query.getAll('tag').map(find))].filter(Boolean);
  const slugs = chosen.map(([, , slug]) => slug);
  const any = query.getAll('match').includes('any');
  const link = (slugs, any) => `?${slugs.map((slug) => `tag=${encodeURIComponent(slug)}`).join('&')}${any && slugs.length ? '&match=any' : ''}`;
  const proven = chosen.map(([entries]) => new Set(entries.split(' ').filter(Boolean)));
  const found = new Set(proven.flatMap((entries) => [...entries]).filter((entry) => any || proven.every((entries) => entries.has(entry))));
  const chips = slugs.map((slug) => `[data-tag="${CSS.escape(slug)}"]:not([aria-current])`).join();

  // The page as the app will show it. Where there is no app, links are the way from view to view.
  const filter = () => {
    for (const entry of document.querySelectorAll('.entry:not([data-match])')) {
      entry.dataset.match = found.has(entry.dataset.entry) ? 'yes' : 'no';
    }
    for (const chip of document.querySelectorAll(chips)) chip.ariaCurrent = true;
    for (const group of document.querySelectorAll('.group')) group.ariaCurrent = group.search === link(slugs, any) || null;
    for (const part of document.querySelectorAll('.proof, .chosen, .hide, .clear')) part.hidden = false;
    // Its text, not its children, which would be observed again.
    const [text] = [...document.querySelectorAll('.proof p')].map(({ firstChild }) => firstChild);
    if (slugs.length === 1) text?.replaceData(0, text.length, chosen[0][1]);
    if (!found.size) for (const page of document.querySelectorAll('.page')) page.dataset.nothing = '';
  };
  const fillBar = () => {
    const bar = document.querySelector('.filter-bar');
    const status = bar.querySelector('.status');
    status.firstChild.data = status.dataset.found.replace('{n}', found.size);
    if (!found.size) status.lastChild.data = status.dataset.nothing;
    bar.querySelector('.hint').hidden = true;
    bar.querySelector('.modes').hidden = slugs.length < 2;
    for (const [at, mode] of bar.querySelectorAll('.mode').entries()) {
      mode.href = link(slugs, at === 1);
      mode.ariaCurrent = (at === 1) === any || null;
    }
    for (const slug of slugs) {
      const chip = document.querySelector(`.tags [data-tag="${CSS.escape(slug)}"]`);
      chip.href = link(slugs.filter((other) => other !== slug), any);
      const copy = chip.parentNode.cloneNode(true);
      copy.querySelector('.count').className = 'remove';
      bar.querySelector('.chosen').append(copy);
    }
  };
  if (slugs.length) {
    root.dataset.filtered = slugs.length > 1 ? 'several' : 'one';
    root.dataset.parsing = '';
    const observer = new MutationObserver(filter);
    observer.observe(root, { childList: true, subtree: true });
    addEventListener('DOMContentLoaded', () => {
      observer.disconnect();
      filter();
      fillBar();
      delete root.dataset.parsing;
    });
  }
}
