"use strict";
// Filters, the colour switch, opening and closing, and moving between findings. Without it the
// page shows everything; nothing here reads or writes markup, and nothing leaves the page.
(() => {
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const findings = every(".finding");
  const folds = findings.map((finding) => one("details", finding));

  // --- colours -----------------------------------------------------------------------------
  const remembered = "claim-consistency-checker.theme";
  const theme = one(".theme");
  const paint = (name) => {
    if (name === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
  };
  theme.hidden = false;
  theme.addEventListener("change", (event) => {
    paint(event.target.value);
    try { localStorage.setItem(remembered, event.target.value); } catch { /* a browser may forbid remembering */ }
  });
  let before = null;
  try { before = localStorage.getItem(remembered); } catch { /* as above */ }
  const chosen = every("input", theme).find((input) => input.value === before);
  if (chosen) { chosen.checked = true; paint(before); }

  // --- filters -----------------------------------------------------------------------------
  const form = one(".filters");
  const none = one("[data-none]");
  const fits = (finding, questions) => questions.every(([name, wanted]) =>
    !wanted.length || wanted.some((value) => finding.dataset[name].split(" ").includes(value)));
  const filter = () => {
    const questions = every("[data-filter]", form).map((group) =>
      [group.dataset.filter, every("input:checked", group).map((input) => input.value)]);
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = !fits(finding, questions);
      shown += finding.hidden ? 0 : 1;
    }
    for (const section of every(".part")) section.hidden = !!one(".finding", section) && !one(".finding:not([hidden])", section);
    one("[data-count]", form).textContent = shown === findings.length
      ? `All ${shown} findings` : `${shown} of ${findings.length} findings`;
    one("[type=reset]", form).disabled = questions.every(([, wanted]) => !wanted.length);
    none.hidden = shown > 0;
  };
  if (form) {
    form.hidden = false;
    one("details", form).open = matchMedia("(min-width: 62em)").matches;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    one("[data-clear]").addEventListener("click", () => { form.reset(); one("summary", form).focus(); });
    for (const button of every("[data-all]", form)) {
      button.addEventListener("click", () => {
        for (const fold of folds) if (!fold.parentElement.hidden) fold.open = button.dataset.all === "open";
      });
    }
    filter();
  }

  // --- from finding to finding with the arrow keys, as in any list ----------------------------
  document.addEventListener("keydown", (event) => {
    const here = event.target.closest?.(".finding > details > summary");
    if (!here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const seen = findings.filter((finding) => !finding.hidden);
    const at = seen.indexOf(here.closest(".finding"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: seen.length - 1 }[event.key];
    if (to === undefined || !seen[to]) return;
    event.preventDefault();
    one("summary", seen[to]).focus();
  });

  // --- links into what is folded away or filtered out ----------------------------------------
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (form && target.closest(".finding")?.hidden) form.reset(), filter();
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const inside = one(":scope > details", target);
    if (inside) inside.open = true;
    target.scrollIntoView();
    (inside ? one("summary", inside) : target).focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  // A link to where one is already changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  // --- on paper every finding that is shown stands open ---------------------------------------
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of closed) fold.open = false; });
})();
