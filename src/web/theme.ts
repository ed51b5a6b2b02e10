// Runs before anything is drawn, so that no page flashes in the wrong colours. What was chosen last is kept in this browser as well.

const dark = matchMedia("(prefers-color-scheme: dark)");

function chosen(): string {
  try {
    return localStorage.getItem("kinora.theme") ?? "system";
  } catch {
    return "system";
  }
}

function apply(): void {
  const theme = chosen();
  const now = theme === "light" || theme === "dark" ? theme : dark.matches ? "dark" : "light";
  document.documentElement.dataset.theme = now;
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", now === "dark" ? "#0d0e10" : "#f7f7f5");
}

apply();
dark.addEventListener("change", apply);
addEventListener("kinora-theme", apply);
addEventListener("storage", apply);
