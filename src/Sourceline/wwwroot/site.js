// Everything here is a convenience: the page works without it.
(() => {
  const story = document.querySelector('.story');
  const box = document.getElementById('show-sources');
  if (!story || !box) return;

  // The switch remembers. Storage may be forbidden; then it forgets.
  try {
    box.checked = localStorage.getItem('show-sources') === '1';
    box.addEventListener('change', () => localStorage.setItem('show-sources', box.checked ? '1' : '0'));
  } catch { /* forgets */ }

  // Pointing at words lifts their lines, pointing at a line lifts its words.
  const lift = (numbers) => {
    for (const up of story.querySelectorAll('.up')) up.classList.remove('up');
    for (const n of numbers) {
      document.getElementById('s' + n)?.classList.add('up');
      for (const mark of story.querySelectorAll(`.st[data-s~="${n}"]`)) mark.classList.add('up');
    }
  };
  const numbersAt = (target) => {
    const mark = target.closest?.('.st');
    if (mark) return mark.dataset.s.split(' ');
    const way = target.closest?.('.ways > li[id]');
    return way ? [way.id.slice(1)] : [];
  };
  for (const kind of ['pointerover', 'focusin', 'click']) story.addEventListener(kind, (event) => lift(numbersAt(event.target)));
  story.addEventListener('pointerleave', () => lift([]));
})();
