"use strict";
(() => {
  const body = document.body;
  const live = document.querySelector(".live");
  const theme = document.getElementById("theme");
  const remembered = () => { try { return localStorage.getItem("sayso-theme"); } catch { return null; } };
  const remember = (value) => { try { localStorage.setItem("sayso-theme", value); } catch { /* not kept then */ } };

  const dark = () => (body.dataset.theme ? body.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const nameTheme = () => { theme.textContent = dark() ? "Light" : "Dark"; theme.setAttribute("aria-label", `Switch to ${dark() ? "light" : "dark"} colours`); };
  if (["light", "dark"].includes(remembered())) body.dataset.theme = remembered();
  theme.hidden = false;
  document.querySelector(".keys").hidden = false;
  nameTheme();
  theme.addEventListener("click", () => { body.dataset.theme = dark() ? "light" : "dark"; remember(body.dataset.theme); nameTheme(); });

  const current = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return (target && target.closest(".report")) || (body.classList.contains("many") ? null : document.querySelector(".report"));
  };
  const rowOf = (target) => target.dataset.row || "";
  const light = (report, row) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!report || !row) return;
    for (const mark of report.querySelectorAll(".text .m")) if (mark.dataset.row === row) mark.classList.add("lit");
  };
  const arrive = () => {
    const report = current();
    for (const entry of document.querySelectorAll(".side li")) {
      const here = report && entry.firstElementChild.getAttribute("href") === `#${report.id}`;
      entry.classList.toggle("here", Boolean(here));
      if (here) entry.firstElementChild.setAttribute("aria-current", "true"); else entry.firstElementChild.removeAttribute("aria-current");
    }
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return light(null);
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (target.closest(".gone, .removed")) { const box = report.querySelector(".show-removed"); if (box) box.checked = true; }
    light(report, rowOf(target));
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.matches(".report, .overview") ? "start" : "center" });
  };
  addEventListener("hashchange", arrive);
  arrive();

  const step = (by) => {
    const report = current();
    if (!report) return;
    const all = [...report.querySelectorAll(".text .content[id]")].filter((mark) => !mark.classList.contains("dim"));
    if (!all.length) return;
    const at = all.findIndex((mark) => location.hash === `#${mark.id}`);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    location.replace(`#${next.id}`);
    live.textContent = next.title;
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") { const report = current(); if (report) only(report, null); light(null); }
  });

  const only = (report, voice) => {
    if (voice === null) delete report.dataset.only; else report.dataset.only = voice;
    for (const button of report.querySelectorAll(".voices button")) button.setAttribute("aria-pressed", String(button.dataset.voice === voice));
    for (const marked of report.querySelectorAll(".text [data-voice], .said > [data-voice]")) {
      const kept = marked.dataset.voice === voice;
      marked.classList.toggle("kept", voice !== null && kept);
      marked.classList.toggle("dim", voice !== null && !kept);
    }
  };
  for (const report of document.querySelectorAll(".report")) {
    for (const button of report.querySelectorAll(".voices button")) {
      button.addEventListener("click", () => only(report, button.getAttribute("aria-pressed") === "true" ? null : button.dataset.voice));
    }
    report.addEventListener("mouseover", (event) => {
      const note = event.target.closest(".notes li");
      const row = note && note.dataset.row;
      for (const mark of report.querySelectorAll(".hover")) mark.classList.remove("hover");
      if (row) for (const mark of report.querySelectorAll(`.text .m[data-row="${CSS.escape(row)}"]`)) mark.classList.add("hover");
    });
  }
  document.querySelector(".skip").addEventListener("click", (event) => {
    const report = current();
    if (!report) return;
    event.preventDefault();
    const text = report.querySelector(".text");
    text.tabIndex = -1;
    text.focus();
  });
  addEventListener("beforeprint", () => { for (const folded of document.querySelectorAll(".rows")) folded.open = true; });
})();
