// Everything here is a convenience: numbers open their notes without it.
(() => {
  const story = document.querySelector('.story');
  const box = document.getElementById('show-sources');
  if (!story || !box) return;

  // The switch remembers. Storage may be forbidden; then it forgets.
  try {
    box.checked = localStorage.getItem('show-sources') !== '0';
    box.addEventListener('change', () => localStorage.setItem('show-sources', box.checked ? '1' : '0'));
  } catch { /* forgets */ }

  // Pointing at words lifts them with the statements in the panel, and pointing at those lifts the words.
  const lift = (numbers) => {
    for (const up of story.querySelectorAll('.up')) up.classList.remove('up');
    for (const n of numbers) {
      document.getElementById('s' + n)?.closest('li').classList.add('up');
      for (const mark of story.querySelectorAll(`.st[data-s~="${n}"]`)) mark.classList.add('up');
    }
  };
  const numbersAt = (target) => {
    const mark = target.closest?.('.st');
    if (mark) return mark.dataset.s.split(' ');
    const number = target.closest?.('.nr');
    if (number) return [number.value];
    const group = target.closest?.('.groups > li');
    return group ? [...group.querySelectorAll('.back')].map((back) => back.hash.slice(2)) : [];
  };
  for (const kind of ['pointerover', 'focusin', 'click']) story.addEventListener(kind, (event) => lift(numbersAt(event.target)));
  story.addEventListener('pointerleave', () => lift([]));

  // Pointing at a statement, or reaching its number by keyboard, opens the note that a tap opens.
  if (!('popover' in HTMLElement.prototype)) return;
  let pointed = null;
  let timer;
  const button = (target) => {
    if (target.closest?.('.nr')) return target.closest('.nr');
    const mark = target.closest?.('.st');
    return mark && story.querySelector(`.nr[value="${mark.dataset.s.split(' ').at(-1)}"]`);
  };
  const open = (number) => {
    const note = document.getElementById(number.getAttribute('popovertarget'));
    if (!note || note.matches(':popover-open')) return;
    note.showPopover({ source: number });
    pointed = note;
  };
  const close = () => {
    if (pointed?.matches(':popover-open')) pointed.hidePopover();
    pointed = null;
  };
  story.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    clearTimeout(timer);
    const number = button(event.target);
    if (number) timer = setTimeout(() => open(number), 220);
    else if (pointed && !event.target.closest('.note')) timer = setTimeout(close, 350);
  });
  story.addEventListener('focusin', (event) => {
    if (event.target.matches('.nr:focus-visible')) open(event.target);
  });
  story.addEventListener('click', (event) => {
    const number = button(event.target);
    if (!number || event.target.closest('a')) return;
    const note = document.getElementById(number.getAttribute('popovertarget'));
    if (event.target.closest('.nr')) {
      // Pointing has opened it: a click keeps it open.
      if (pointed === note && note?.matches(':popover-open')) event.preventDefault();
    } else if (getSelection().isCollapsed) {
      open(number);
    }
    clearTimeout(timer);
    pointed = null;
  });
})();
