"use strict";
// Filters, and the way between findings and text. Without it the page shows everything and its links work.
(() => {
  const form = document.getElementById("filters");
  const items = Array.from(document.querySelectorAll(".item"));
  const groups = Array.from(document.querySelectorAll(".group"));
  const status = document.getElementById("shown");

  const has = (list, value) => list.split(" ").includes(value);

  function apply() {
    const data = new FormData(form);
    const wanted = data.getAll("group");
    const check = data.get("check");
    const section = data.get("section");
    let shown = 0;
    for (const item of items) {
      const keep =
        wanted.includes(item.dataset.group) &&
        (!check || has(item.dataset.checks, check)) &&
        (!section || has(item.dataset.sections, section));
      item.hidden = !keep;
      shown += keep ? 1 : 0;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector(".item:not([hidden])");
    }
    status.textContent = `${shown} of ${items.length} shown`;
  }

  function reveal(target) {
    for (let at = target; at; at = at.parentElement) {
      if (at.hidden && at.closest("main")) {
        form.reset();
        apply();
      }
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
  }

  // A text beside the findings scrolls by itself: the page must not jump when a figure in it is looked up.
  function scroll(target) {
    const pane = target.closest(".running");
    if (pane && pane.scrollHeight > pane.clientHeight + 1) {
      const middle = pane.clientHeight / 3;
      pane.scrollTop += target.getBoundingClientRect().top - pane.getBoundingClientRect().top - middle;
    } else {
      target.scrollIntoView({ block: target.closest(".running") ? "center" : "start" });
    }
  }

  function visit(id) {
    const target = id && document.getElementById(id);
    if (!target) {
      return false;
    }
    reveal(target);
    for (const old of document.querySelectorAll(".current")) {
      old.classList.remove("current");
    }
    target.classList.add("current");
    scroll(target);
    (target.querySelector(":scope > summary") || target).focus({ preventScroll: true });
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && visit(link.hash.slice(1))) {
      event.preventDefault();
      history.pushState(null, "", link.hash);
    }
  });
  window.addEventListener("popstate", () => visit(location.hash.slice(1)));
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = items.length === 0;
  apply();
  visit(location.hash.slice(1));
})();
