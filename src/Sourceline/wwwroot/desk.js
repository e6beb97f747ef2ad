// Keys for the review of a story. Everything they do is a button of the page; without this file the buttons are all there.
const statements = [...document.querySelectorAll("article.statement")];

function current() {
  return document.activeElement?.closest("article.statement");
}

function step(by) {
  const at = statements.indexOf(current());
  const next = statements[at < 0 ? (by > 0 ? 0 : statements.length - 1) : at + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  light(next);
}

// The words in the text that belong to the statement at hand.
function light(statement) {
  const ordinal = statement.id.slice(1);
  for (const run of document.querySelectorAll("[data-s]"))
    run.classList.toggle("lit", run.dataset.s.split(" ").includes(ordinal));
}

function press(key) {
  const button = current()?.querySelector(`[data-key="${key}"]`);
  if (button) button.click();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "c" || event.key === "x" || event.key === "e") press(event.key);
  else if (event.key === "t") current()?.querySelector("a.mark-no")?.click();
});

for (const statement of statements) {
  statement.addEventListener("focusin", () => light(statement));
  statement.addEventListener("pointerenter", () => light(statement));
}

// After a decision the page comes back at the next statement that waits; the keys go on from there.
if (location.hash.startsWith("#s")) document.querySelector(location.hash)?.focus({ preventScroll: true });

// Names of known sources, as they are typed.
const list = document.getElementById("sources");
const own = list ? [...list.options].map(option => option.value) : [];
let asked = 0;

async function lookUp(words) {
  const turn = ++asked;
  const answer = await fetch(`/desk/source-names?q=${encodeURIComponent(words)}`);
  if (!answer.ok || turn !== asked) return;
  const names = new Set([...own, ...(await answer.json())]);
  list.replaceChildren(...[...names].map(name => Object.assign(document.createElement("option"), { value: name })));
}

document.addEventListener("input", event => {
  if (event.target.getAttribute?.("list") === "sources" && event.target.value.length > 1) lookUp(event.target.value);
});
