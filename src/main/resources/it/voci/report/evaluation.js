
"use strict";
(() => {
  // Shows the errors of one task or label; without scripts all of them are seen.
  const wanted = document.getElementById("error-class");
  const side = document.getElementById("error-side");
  const count = document.getElementById("error-count");
  const errors = [...document.querySelectorAll(".error")];
  if (!wanted) {
    return;
  }
  const has = (error, name, label) => error.dataset[name].split(" ").includes(label);
  const show = () => {
    const [task, label] = wanted.value.split("/");
    let shown = 0;
    for (const error of errors) {
      const fits = error.dataset.task === task && (label === undefined
        || (side.value !== "predicted" && has(error, "truth", label))
        || (side.value !== "truth" && has(error, "predicted", label)));
      error.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    count.textContent = shown === 1 ? "1 error" : `${shown} errors`;
  };
  wanted.addEventListener("change", show);
  side.addEventListener("change", show);
  show();
})();
