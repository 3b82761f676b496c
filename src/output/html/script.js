"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const cards = all(".finding");
  const marks = all("mark[data-findings]");
  const filter = document.getElementById("filter");
  const buttons = all(".filters button");
  const noneLeft = document.getElementById("none-left");
  document.body.classList.add("scripted");

  const isOn = (severity) =>
    buttons.some((button) => button.dataset.severity === severity && button.getAttribute("aria-pressed") === "true");
  const shown = () => cards.filter((card) => !card.hidden);
  const findingsOf = (mark) => mark.dataset.findings.split(" ").map((finding) => document.getElementById(`f${finding}`));

  /** Hides the findings that do not fit, here and in the text. */
  const applyFilter = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const card of cards) {
      const text = card.textContent.toLowerCase();
      card.hidden = !isOn(card.dataset.severity) || !words.every((word) => text.includes(word));
    }
    for (const mark of marks) {
      mark.classList.toggle("off", findingsOf(mark).every((card) => card.hidden));
    }
    for (const flag of all(".flag")) {
      flag.hidden = document.querySelector(flag.getAttribute("href")).hidden;
    }
    if (noneLeft) {
      noneLeft.hidden = shown().length > 0;
    }
  };

  /** Shows one finding in both columns. */
  const select = (card) => {
    for (const element of all(".current")) {
      element.classList.remove("current");
    }
    if (!card) {
      return;
    }
    const finding = card.id.slice(1);
    const here = marks.filter((mark) => mark.dataset.findings.split(" ").includes(finding));
    const place = here[0] || document.getElementById(`m${finding}`)?.closest(".reference");
    for (const element of [card, ...here, ...(here.length || !place ? [] : [place])]) {
      element.classList.add("current");
    }
    card.scrollIntoView({ block: "nearest" });
    place?.scrollIntoView({ block: "center" });
  };

  const step = (by) => {
    const list = shown();
    const at = list.findIndex((card) => card.classList.contains("current"));
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by;
    select(list[Math.max(0, Math.min(list.length - 1, next))]);
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    d: () => document.querySelector(".differences")?.scrollIntoView(),
    "/": () => filter.focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape") {
      filter.value = "";
      buttons.forEach((button) => button.setAttribute("aria-pressed", "true"));
      filter.blur();
      select(null);
      applyFilter();
    } else if (event.target !== filter && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  filter.addEventListener("input", applyFilter);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      applyFilter();
    });
  }
  for (const mark of marks) {
    mark.addEventListener("click", () => select(findingsOf(mark).find((card) => !card.hidden)));
  }
  for (const card of cards) {
    card.addEventListener("click", (event) => {
      if (!event.target.closest("a")) {
        select(card);
      }
    });
  }
})();
