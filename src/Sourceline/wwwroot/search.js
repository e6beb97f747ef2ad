// Answers while somebody types. Without it the form asks by its address, and the page is the same.
(() => {
  const form = document.querySelector('.search-form');
  const results = document.getElementById('results');
  const status = document.getElementById('status');
  if (!form || !results || !status) return;
  // Where there is room, what narrows the search stands open.
  const unfold = () => {
    if (matchMedia('(min-width: 1000px)').matches) for (const group of results.querySelectorAll('.narrow details')) group.open = true;
  };
  unfold();

  let timer;
  let asking;
  const address = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) fields.append(name, value);
    return fields;
  };
  const ask = async () => {
    const fields = address();
    asking?.abort();
    asking = new AbortController();
    const shown = '/search' + (fields.size ? '?' + fields : '');
    fields.set('typing', '1');
    results.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch('/search?' + fields, { signal: asking.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('results');
      if (!fresh) return;
      results.replaceChildren(...fresh.childNodes);
      document.title = page.title;
      status.textContent = document.getElementById('found')?.textContent ?? '';
      history.replaceState(null, '', shown);
      unfold();
    } catch { /* Another letter was typed, or nobody answers: the button still asks. */ } finally {
      results.removeAttribute('aria-busy');
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 160);
  });
})();
