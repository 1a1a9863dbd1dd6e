// What the first paint must know, as it waits for this: the reader's choice of light or dark, and the filter of a link.
{
  const root = document.documentElement;
  // On a phone; see style/brief.css.
  root.dataset.depth = 'short';
  // A cookie, because the first look into localStorage holds up the first paint. That of the folder comes before its host's.
  try {
    const [, choice] = document.cookie.split('vitae-theme=');
    if (choice) root.dataset.theme = choice.split(';')[0];
    if (/vitae-depth=all/.test(document.cookie)) root.dataset.depth = 'all';
  } catch {
    // Where nothing may be kept, nothing was chosen.
  }
  // What is off screen is laid out when it is seen, but not for who is to land somewhere in it.
  if (!location.hash) root.dataset.lazy = '';
  // Only the app can search for words: sections wait for it instead of flashing unfiltered.
  const query = new URLSearchParams(location.search);
  if (query.getAll('q').some((words) => words.trim())) root.dataset.pending = '';
  if (query.get('read') === 'all') root.dataset.depth = 'all';

  const filterBy = (given) => {
    // Patterns, because Trunk's minifier takes the meaning from `\n` in quotes.
    const [placed, ...lines] = document.currentScript.dataset.tags.split(/\n/);
    const places = placed.split(' ');
    const tags = lines.map((line) => {
      const [entries, shown, said, name, ...names] = line.split(/\t/);
      return { entries: new Set(entries.split(' ').filter(Boolean)), shown, said, name, slug: names[0], names };
    });
    // As `Index::linked` in src/tags.rs.
    const find = (name) => {
      const key = name.replace(/\p{White_Space}+/gu, ' ').replace(/^ | $/g, '').toLowerCase();
      const spelled = key.replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replace(/^\./, 'dot ');
      const slug = spelled.split(/[!-/:-@[-`{-~\p{White_Space}]+/u).filter(Boolean).join('-');
      return [key, slug].map((name) => name && tags.find(({ names }) => names.includes(name))).find(Boolean);
    };
    const chosen = [...new Set(given.map(find))].filter(Boolean);
    if (!chosen.length) return;
    const any = query.getAll('match').includes('any');
    const link = (tags, any) =>
      `?${tags.map(({ slug }) => `tag=${encodeURIComponent(slug)}`).join('&')}${any && tags.length ? '&match=any' : ''}`;
    const left = (tags) => {
      const all = tags.flatMap(({ entries }) => [...entries]);
      return new Set(all.filter((entry) => any || tags.every(({ entries }) => entries.has(entry))));
    };
    const found = left(chosen);
    const here = link(chosen, any);
    // Room for what only the app knows: for each technology, what says it at so many places as `MOST` in src/answer.rs.
    const cards = chosen.map(({ entries }) => {
      const shown = [...entries].filter((entry) => !found.size || found.has(entry));
      const { size } = new Set(shown.map((entry) => places[entry]));
      const rows = '<li></li>'.repeat(Math.min(size, 5)) + `<li class="rest">${size > 5 ? '…' : ''}</li>`;
      return size && `<div class="card" aria-hidden="true"><p class="asked"></p><p class="track"></p><ul>${rows}</ul></div>`;
    });
    const chips = chosen.map(({ slug }) => `[data-tag="${CSS.escape(slug)}"]:not([aria-current])`).join();

    // What is parsed so far, as the app will show it. Where there is no app, links are the way from view to view.
    const filter = () => {
      for (const entry of document.querySelectorAll('.entry:not([data-match])')) {
        entry.dataset.match = found.has(entry.dataset.entry) ? 'yes' : 'no';
      }
      for (const chip of document.querySelectorAll(chips)) chip.ariaCurrent = true;
      for (const group of document.querySelectorAll('.group:not([aria-current])')) {
        if (group.search === here) Object.assign(group, { ariaCurrent: true, href: '?' });
      }
      const isNear = chosen.length > 1 && chosen.some(({ entries }) => entries.size);
      const also = found.size ? ', .steps' : isNear ? ', .nearest' : '';
      const parts = `[hidden]:is(.proof, .sentence, .chosen, .clear${also})`;
      for (const part of document.querySelectorAll(parts)) part.hidden = false;
      if (!found.size) document.querySelector('.page')?.setAttribute('data-nothing', '');
      const answers = document.querySelector('.answers:empty');
      if (answers) answers.innerHTML = cards.filter(Boolean).join('');
    };
    const fillBar = () => {
      const [status, list] = ['.status', '.chosen'].map((part) => document.querySelector(part));
      const isOne = chosen.length === 1;
      status.firstChild.data = (isOne && chosen[0].shown) || status.dataset.found.replace('{n}', found.size);
      if (!found.size) status.lastChild.data = status.dataset.nothing;
      document.querySelector('.hint')?.setAttribute('hidden', '');
      document.querySelector('.modes').hidden = isOne;
      for (const mode of document.querySelectorAll('.mode, .nearest a')) {
        const isAny = mode.matches(':last-child');
        Object.assign(mode, { href: link(chosen, isAny), ariaCurrent: isAny === any || null });
      }
      for (const row of document.querySelectorAll('.jobs > [data-entries]')) {
        if (!row.dataset.entries.split(' ').some((entry) => found.has(entry))) row.dataset.aside = '';
      }
      const labels = JSON.parse(document.querySelector('[id^="labels-"]').textContent);
      const panel = new Map([...document.querySelectorAll('.tags [data-tag]')].map((chip) => [chip.dataset.tag, chip]));
      for (const tag of tags) {
        const chip = panel.get(tag.slug);
        if (!chip) continue;
        const next = chosen.includes(tag) ? chosen.filter((other) => other !== tag) : [...chosen, tag];
        chip.href = link(next, any);
        const count = chip.querySelector('.count');
        if (!chosen.includes(tag) && tag.entries.size) {
          count.textContent = chip.dataset.left = (any ? tag.entries : left(next)).size;
        }
      }
      const names = chosen.map((tag) => {
        // What is no technology has no chip in the panel.
        const name = tag.name || panel.get(tag.slug).firstChild.data;
        const [item, chip, remove] = ['li', 'a', 'span'].map((element) => document.createElement(element));
        const href = link(chosen.filter((another) => another !== tag), any);
        Object.assign(chip, { className: 'chip', href, ariaCurrent: true }).dataset.tag = tag.slug;
        Object.assign(remove, { className: 'remove', role: 'img', ariaLabel: labels.remove });
        chip.append(name, ' ', remove);
        item.append(chip);
        list.append(item);
        return name;
      });
      const named = [names.slice(0, -1).join(labels.comma), names.at(-1)].filter(Boolean).join(any ? labels.or : labels.and);
      status.querySelector('.status-tags').textContent = `: ${named}`;
      document.title = `${named} · ${document.title}`;
      // Only the app knows the sentence for several.
      const sentence = isOne ? chosen[0].said : status.textContent;
      for (const { firstChild } of document.querySelectorAll('.sentence')) firstChild.data = sentence;
    };
    root.dataset.parsing = '';
    const address = JSON.stringify(location.origin + location.pathname);
    addEventListener('beforeprint', () => root.style.setProperty('--address', address));
    const observer = new MutationObserver(filter);
    observer.observe(root, { childList: true, subtree: true });
    addEventListener('DOMContentLoaded', () => {
      delete root.dataset.parsing;
      observer.disconnect();
      filter();
      fillBar();
    });
  };
  if (query.has('tag')) filterBy(query.getAll('tag'));
}
