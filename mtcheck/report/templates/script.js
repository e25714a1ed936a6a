"use strict";
(() => {
const $ = (selector, root = document) => root.querySelector(selector);
const meta = JSON.parse($("#meta").textContent);
const list = $("#list");
const tools = $(".tools");
const clamp = (x, low, high) => Math.max(low, Math.min(high, x));
document.documentElement.classList.add("js");
tools.hidden = false;
$("#theme").hidden = false;

/* Stores: where beads come from. Both give text(i) for searching and element(i) for showing; ready(from, to) loads. */
const entities = {lt: "<", gt: ">", amp: "&", nbsp: "\u00a0", quot: '"', "#34": '"', "#39": "'", "#x27": "'"};
const wordsOf = html => html.replace(/<a class="fn".*?<\/a>/g, "").replace(/<[^>]*>/g, "")
  .replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all).toLowerCase();

const plainStore = () => {
  const elements = [...list.children];
  const texts = [];
  return {
    element: i => elements[i],
    text: i => texts[i] ??= wordsOf(elements[i].innerHTML),
    ready: async () => {},
  };
};

const packedStore = () => {
  const scripts = [...document.querySelectorAll(".blk")];
  const blocks = [];
  const waiting = [];
  const mould = document.createElement("template");
  const unpack = async b => {
    const bytes = Uint8Array.from(atob(scripts[b].textContent), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    blocks[b] = {html: JSON.parse(await new Response(stream).text()), text: []};
    scripts[b].remove();
  };
  const load = b => blocks[b] ? null : waiting[b] ??= unpack(b);
  const at = i => [blocks[Math.floor(i / meta.block)], i % meta.block];
  return {
    element: i => {
      const [block, k] = at(i);
      mould.innerHTML = block.html[k];
      return mould.content.firstElementChild;
    },
    text: i => {
      const [block, k] = at(i);
      return block.text[k] ??= wordsOf(block.html[k]);
    },
    ready: indices => Promise.all([...new Set(indices.map(i => Math.floor(i / meta.block)))].map(load)),
  };
};

/* Views: how an order of beads stands on the page. show(order), reveal(i) -> element. */
const plainView = store => ({
  show: order => list.replaceChildren(...order.map(store.element)),
  reveal: async i => store.element(i),
});

const CHUNK = 40, ROW = 112;
const chunkedView = store => {
  let order = [], chunks = [], where = new Map();
  const stand = (chunk, on) => {
    chunk.wanted = on;
    if (!on) {
      if (chunk.filled) {
        chunk.box.style.height = chunk.box.offsetHeight + "px";
        chunk.box.replaceChildren();
        chunk.filled = false;
      }
      return;
    }
    const rows = order.slice(chunk.from, chunk.to);
    return store.ready(rows).then(() => {
      if (!chunk.wanted || chunk.filled || !chunk.box.isConnected) return;
      const before = chunk.box.getBoundingClientRect();
      chunk.box.replaceChildren(...rows.map(store.element));
      chunk.box.style.height = "";
      chunk.filled = true;
      const grown = chunk.box.offsetHeight - before.height;
      if (!CSS.supports("overflow-anchor: auto") && before.bottom <= 0 && grown) scrollBy(0, grown);
      decorate(chunk.box);
    });
  };
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) stand(entry.target.chunk, entry.isIntersecting);
  }, {rootMargin: "1200px 0px"});
  return {
    show: next => {
      watcher.disconnect();
      order = next;
      chunks = [];
      where = new Map(order.map((i, k) => [i, k]));
      for (let from = 0; from < order.length; from += CHUNK) {
        const box = document.createElement("div");
        const to = Math.min(from + CHUNK, order.length);
        box.style.height = (to - from) * ROW + "px";
        chunks.push(box.chunk = {box, from, to});
      }
      list.replaceChildren(...chunks.map(chunk => chunk.box));
      for (const chunk of chunks) watcher.observe(chunk.box);
    },
    reveal: async i => {
      const chunk = chunks[Math.floor(where.get(i) / CHUNK)];
      chunk.box.scrollIntoView();
      await stand(chunk, true);
      return document.getElementById("b" + (i + 1));
    },
  };
};

const store = meta.virtual ? packedStore() : plainStore();
const view = meta.virtual ? chunkedView(store) : plainView(store);

/* The review: what a person said about findings, by their ids; kept in this browser, saved to a file. */
const STORE = "mtcheck-review:" + meta.doc;
const remarks = {...meta.review};
try { Object.assign(remarks, JSON.parse(localStorage.getItem(STORE) ?? "{}")); } catch { /* storage may be closed */ }
const decided = () => Object.entries(remarks).filter(([, r]) => r.decision !== "open" || r.comment);
const paint = item => {
  const remark = remarks[item.dataset.i];
  const decision = remark?.decision ?? "open";
  if (decision === "open" && !remark?.comment) delete item.dataset.d;
  else item.dataset.d = decision;
  for (const button of item.querySelectorAll(".rv [data-to]"))
    button.setAttribute("aria-pressed", String(button.dataset.to === decision));
  const input = item.querySelector(".rn-note");
  if (input && document.activeElement !== input) {
    input.value = remark?.comment ?? "";
    input.hidden = !input.value;
  }
  const bead = item.closest(".b");
  const off = new Set([...bead.querySelectorAll("li[data-d=dismissed]")].map(other => other.dataset.f));
  for (const mark of bead.querySelectorAll("mark[data-f]"))
    mark.classList.toggle("off", mark.dataset.f.split(" ").every(n => off.has(n)));
  const n = decided().length;
  $("#save").hidden = !n;
  $("#save").textContent = `Save review (${n})`;
};
const remark = (item, change) => {
  const known = remarks[item.dataset.i] ?? {decision: "open", comment: ""};
  const mark = item.closest(".b").querySelector(`mark[data-f~="${item.dataset.f}"]`);
  const place = $(".cp", item);
  remarks[item.dataset.i] = {...known, rule: $(".ru", item).textContent, text: (mark?.textContent ?? "").slice(0, 200),
    where: place.dataset.c ?? place.textContent, ...change};
  try { localStorage.setItem(STORE, JSON.stringify(remarks)); } catch { /* then it lasts as long as the page */ }
  paint(item);
};
const decide = (item, to) => remark(item, {decision: remarks[item.dataset.i]?.decision === to ? "open" : to});
const addButtons = root => {
  for (const item of root.querySelectorAll("li[data-i]")) {
    if ($(".rv", item)) continue;
    const box = document.createElement("span");
    box.className = "rv";
    for (const [to, words] of [["dismissed", "Dismiss"], ["accepted", "Accept"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.to = to;
      button.textContent = words;
      box.append(button);
    }
    const note = document.createElement("button");
    note.type = "button";
    note.textContent = "Note";
    const input = document.createElement("input");
    input.hidden = true;
    input.maxLength = 500;
    input.setAttribute("aria-label", "Note on this finding");
    input.className = "rn-note";
    box.append(note);
    item.append(" ", box, input);
    paint(item);
  }
};
list.addEventListener("click", event => {
  const button = event.target.closest?.(".rv button");
  if (!button) return;
  const item = button.closest("li");
  if (button.dataset.to) return decide(item, button.dataset.to);
  const input = $(".rn-note", item);
  input.hidden = false;
  input.focus();
});
list.addEventListener("change", event => {
  if (event.target.matches?.(".rn-note")) remark(event.target.closest("li"), {comment: event.target.value.trim()});
});
$("#save").addEventListener("click", () => {
  const saved = decided().map(([id, r]) => ({id, ...r}));
  const text = JSON.stringify({schema: "mtcheck-review/1", target: meta.doc, remarks: saved}, null, 1) + "\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
  link.download = meta.doc.split(/[\\/]/).pop() + ".review.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

/* The order: filter, then sort. */
const everything = Array.from({length: meta.n}, (_, i) => i);
const control = {find: $("#find"), verdict: $("#verdict"), severity: $("#severity"), rule: $("#rule"),
  range: $("#range"), sort: $("#sort")};
const gravity = [3, 1, 0, 2]; /* of the verdicts good, check, bad, cannot-judge; of a comparison's same, different, worse, better */
const unknownLast = (column, i) => meta[column][i] ?? 1000;
const sorters = {
  worst: (i, j) => gravity[meta.v[i]] - gravity[meta.v[j]] || meta.s[j] - meta.s[i]
    || (meta.q[i] ?? 50) - (meta.q[j] ?? 50) || i - j,
  q: (i, j) => unknownLast("q", i) - unknownLast("q", j) || i - j,
  a: (i, j) => unknownLast("a", i) - unknownLast("a", j) || i - j,
  f: (i, j) => unknownLast("f", i) - unknownLast("f", j) || i - j,
};
const wantedRules = value => {
  if (!value) return null;
  const all = meta.rules.map((_, k) => k);
  return new Set(value.startsWith("c:") ? all.filter(k => meta.categories[k] === value.slice(2)) : [Number(value)]);
};

let order = everything, current = -1, run = 0;
const apply = async () => {
  const mine = ++run;
  const {find, verdict, severity, rule, range, sort} = control;
  const [low, high] = range.value.split(" ").map(Number);
  const rules = wantedRules(rule.value);
  const words = find.value.trim().toLowerCase();
  let kept = everything.filter(i =>
    (!verdict.value || meta.v[i] === verdict.value)
    && (!severity.value || meta.s[i] >= severity.value)
    && (!range.value || (meta.q[i] !== null && meta.q[i] >= low && (meta.q[i] < high || high === 100)))
    && (!rules || (meta.r[i] ?? []).some(k => rules.has(k))));
  if (words) {
    $("#tally").textContent = "searching";
    await store.ready(kept);
    if (mine !== run) return;
    kept = kept.filter(i => store.text(i).includes(words));
  }
  if (sort.value) kept = [...kept].sort(sorters[sort.value]);
  order = kept;
  view.show(order);
  $("#empty").hidden = order.length > 0;
  $("#tally").textContent = order.length === meta.n ? `${meta.n.toLocaleString("en")} segments`
    : `${order.length.toLocaleString("en")} of ${meta.n.toLocaleString("en")}`;
  if (current >= 0 && !order.includes(current)) current = -1;
};
const reset = () => {
  for (const item of Object.values(control)) item.value = "";
  return apply();
};
const set = (name, value) => {
  for (const item of Object.values(control)) item.value = "";
  control[name].value = value;
  return apply();
};

/* Moving about. */
const mark = element => {
  for (const other of document.querySelectorAll(".cur, .map .on")) other.classList.remove("cur", "on");
  element.classList.add("cur");
  cellOf(current)?.classList.add("on");
};
const decorate = box => {
  addButtons(box);
  const element = current >= 0 && $("#b" + (current + 1), box);
  if (element) mark(element);
};
const go = async (i, anchor) => {
  if (!(i >= 0 && i < meta.n)) return;
  if (!order.includes(i)) await reset();
  current = i;
  const element = await view.reveal(i);
  if (!element) return;
  mark(element);
  const aim = anchor && document.getElementById(anchor) || element;
  element.focus({preventScroll: true});
  aim.scrollIntoView({block: aim === element ? "start" : "center"});
  try { history.replaceState(null, "", "#" + (anchor ?? "b" + (i + 1))); } catch { /* some browsers refuse on disk */ }
};
const step = (by, wanted) => {
  let k = current >= 0 ? order.indexOf(current) : by > 0 ? -1 : order.length;
  do k += by; while (order[k] !== undefined && !wanted(order[k]));
  if (order[k] !== undefined) go(order[k]);
  else say(by > 0 ? "No more below" : "No more above");
};
const fromHash = () => {
  const [, n, e] = /^#b(\d+)(e\d+)?$/.exec(location.hash) ?? [];
  if (n) go(n - 1, e && `b${n}${e}`);
  const details = location.hash.startsWith("#rule-") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (details) details.open = true;
};
addEventListener("hashchange", fromHash);
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href^='#']");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.dataset.rule !== undefined) {
    event.preventDefault();
    set("rule", String(meta.rules.indexOf(link.dataset.rule)));
    $("#beads").scrollIntoView();
    return;
  }
  if (link.dataset.low !== undefined) {
    event.preventDefault();
    const value = `${link.dataset.low} ${link.dataset.high}`;
    if (![...control.range.options].some(option => option.value === value))
      control.range.append(new Option(`Quality ${link.dataset.low} to ${link.dataset.high}`, value));
    set("range", value);
    $("#beads").scrollIntoView();
    return;
  }
  const [, n, e] = /^#b(\d+)(e\d+)?$/.exec(link.getAttribute("href")) ?? [];
  if (n) {
    event.preventDefault();
    go(n - 1, e && `b${n}${e}`);
  } else if (link.hash === location.hash) fromHash();
});

/* The map: one tab stop, arrows inside. */
const cells = [...document.querySelectorAll(".map a")];
const perCell = Math.max(1, Math.ceil(meta.n / Math.max(1, cells.length)));
const cellOf = i => cells[Math.floor(i / perCell)];
$(".map")?.addEventListener("keydown", event => {
  const by = {ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity}[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const here = cells.indexOf(document.activeElement);
  cells[here].tabIndex = -1;
  const next = cells[clamp(here + by, 0, cells.length - 1)];
  next.tabIndex = 0;
  next.focus();
});

/* A finding and its reason light up together. */
const light = (event, on) => {
  const item = event.target.closest?.(".b [data-f]");
  if (!item) return;
  const bead = item.closest(".b");
  for (const other of bead.querySelectorAll(".hi")) other.classList.remove("hi");
  if (!on) return;
  const numbers = item.dataset.f.split(" ");
  for (const other of bead.querySelectorAll("[data-f]"))
    if (other.dataset.f.split(" ").some(n => numbers.includes(n))) other.classList.add("hi");
};
list.addEventListener("mouseover", event => light(event, true));
list.addEventListener("mouseout", event => light(event, false));

/* The word under the pointer and the one that answers to it on the other side. */
const outside = ".fn, .iv, .gap, .pt";
const plainNodes = side => {
  const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT,
    node => node.parentElement.closest(outside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};
const placeIn = (side, node, offset) => {
  let at = 0;
  for (const other of plainNodes(side)) {
    if (other === node) return at + offset;
    at += other.length;
  }
  return -1;
};
const rangesOf = (side, start, end) => {
  const ranges = [];
  let at = 0;
  for (const node of plainNodes(side)) {
    const from = clamp(start - at, 0, node.length), to = clamp(end - at, 0, node.length);
    if (from < to) ranges.push(new StaticRange({startContainer: node, startOffset: from, endContainer: node, endOffset: to}));
    at += node.length;
  }
  return ranges;
};
const caretAt = (x, y) => {
  const spot = document.caretPositionFromPoint?.(x, y);
  if (spot) return [spot.offsetNode, spot.offset];
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : [];
};
const wordsUnder = event => {
  const side = event.target.closest?.(".x:not(.none)"), bead = side?.closest(".b[data-w]");
  if (!bead) return [];
  const [node, offset] = caretAt(event.clientX, event.clientY);
  const at = node ? placeIn(side, node, offset) : -1;
  const numbers = at < 0 ? [] : bead.dataset.w.split(" ").map(Number);
  const shift = side.classList.contains("s") ? 0 : 2;
  for (let k = 0; k < numbers.length; k += 4)
    if (numbers[k + shift] <= at && at <= numbers[k + shift + 1])
      return [...rangesOf($(".x.s", bead), numbers[k], numbers[k + 1]),
        ...rangesOf($(".x.t", bead), numbers[k + 2], numbers[k + 3])];
  return [];
};
let frame = 0;
const showWords = event => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    const ranges = wordsUnder(event);
    if (ranges.length) CSS.highlights.set("word", new Highlight(...ranges));
    else CSS.highlights.delete("word");
  });
};
if (CSS.highlights) for (const kind of ["pointermove", "pointerdown"]) list.addEventListener(kind, showWords);

/* Copying a place. */
let fading;
const say = words => {
  $("#toast").textContent = words;
  $("#toast").classList.add("on");
  clearTimeout(fading);
  fading = setTimeout(() => $("#toast").classList.remove("on"), 1600);
};
const copy = async element => {
  const text = element.dataset.c ?? element.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch { /* a page on disk may not be allowed to: copy what a selection holds */
    const holder = document.createElement("textarea");
    holder.value = text;
    holder.className = "vh";
    document.body.append(holder);
    holder.select();
    document.execCommand("copy");
    holder.remove();
    document.getElementById("b" + (current + 1))?.focus({preventScroll: true});
  }
  say("Copied " + text);
};
document.addEventListener("click", event => {
  const item = event.target.closest?.(".cp");
  if (item) copy(item);
});

/* Controls. */
for (const [k, code] of meta.rules.entries()) {
  const category = meta.categories[k];
  let group = [...control.rule.children].find(item => item.label === category);
  if (!group) {
    group = document.createElement("optgroup");
    group.label = category;
    group.append(new Option("all of " + category, "c:" + category));
    control.rule.append(group);
  }
  const name = [...document.querySelectorAll(".pick")].find(item => item.dataset.rule === code)?.textContent ?? code;
  group.append(new Option(name, k));
}
for (const item of [control.verdict, control.severity, control.rule, control.range, control.sort])
  item.addEventListener("change", apply);
let typing;
control.find.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(apply, 150);
});
tools.addEventListener("submit", event => event.preventDefault());
$("#clear").addEventListener("click", reset);
const dialog = $("#help");
const help = () => dialog.open ? dialog.close() : dialog.showModal();
$("#help-open").addEventListener("click", help);

const root = document.documentElement;
const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
try { root.dataset.theme = localStorage.getItem("mtcheck-theme") ?? ""; } catch { /* storage may be closed */ }
if (!root.dataset.theme) delete root.dataset.theme;
$("#theme").addEventListener("click", () => {
  root.dataset.theme = dark() ? "light" : "dark";
  try { localStorage.setItem("mtcheck-theme", root.dataset.theme); } catch { /* as above */ }
});

const found = i => meta.s[i] > 0 || meta.v[i] === "1" || meta.v[i] === "2";
const decideHere = to => {
  const items = current >= 0 ? [...document.querySelectorAll(`#b${current + 1} li[data-i]`)] : [];
  const item = items.find(other => (remarks[other.dataset.i]?.decision ?? "open") === "open") ?? items.at(-1);
  if (item) decide(item, to);
};
const keys = {
  j: () => step(1, () => true),
  k: () => step(-1, () => true),
  n: () => step(1, found),
  p: () => step(-1, found),
  c: () => {
    const item = current >= 0 && ($(`#b${current + 1} .r .cp`) ?? $(`#b${current + 1} .cp`));
    if (item) copy(item);
  },
  x: () => decideHere("dismissed"),
  a: () => decideHere("accepted"),
  "/": () => control.find.focus(),
  "?": help,
};
document.addEventListener("keydown", event => {
  const typingNow = event.target.matches?.("input, select, textarea");
  if (event.key === "Escape" && !dialog.open) {
    reset();
    if (typingNow) event.target.blur();
  }
  if (typingNow || event.ctrlKey || event.metaKey || event.altKey || (dialog.open && event.key !== "?")) return;
  const act = keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});
addEventListener("beforeprint", () => { for (const item of document.querySelectorAll(".rules details")) item.open = false; });

if (meta.virtual) {
  $("#part")?.remove();
  apply();
} else {
  addButtons(list);
  $("#tally").textContent = `${meta.n.toLocaleString("en")} segments`;
}
fromHash();
root.dataset.ready = "1";
})();
