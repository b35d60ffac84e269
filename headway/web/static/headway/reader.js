/* Keyboard in the reader: j or Right to the next passage, k or Left to the previous one.
   Without this file every passage is still a link. */
"use strict";

(function () {
  function starts() {
    const all = Array.from(document.querySelectorAll("a.reuse[data-passage]"));
    const withStart = all.filter((one) => one.id && one.id !== "here");
    return withStart.length ? withStart : all;
  }

  function move(step) {
    const passages = starts();
    if (!passages.length) {
      return;
    }
    const at = passages.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : passages.length - 1) : at + step;
    const wanted = passages[Math.min(Math.max(next, 0), passages.length - 1)];
    wanted.focus();
    wanted.scrollIntoView({ block: "center" });
  }

  const steps = { j: 1, k: -1, ArrowRight: 1, ArrowLeft: -1 };

  document.addEventListener("keydown", function (event) {
    const busy = event.target.closest("input, textarea, select, [tabindex='0'].scroll");
    if (busy || event.ctrlKey || event.metaKey || event.altKey || !(event.key in steps)) {
      return;
    }
    event.preventDefault();
    move(steps[event.key]);
  });
})();
