/** The card that belongs to a number under an event, if any. */
const factOf = (event: Event): HTMLElement | null => (event.target instanceof Element ? event.target.closest<HTMLElement>(".fact") : null);

const all = (state: "shown" | "dismissed"): NodeListOf<HTMLElement> => document.querySelectorAll<HTMLElement>(`.fact.${state}`);

/**
 * Cards of numbers where there is no pointer that can hover: the first tap shows the card, the second follows the link; a tap elsewhere closes it.
 * Escape closes any card until the reader leaves its number.
 */
export function watchFactCards(): void {
  document.addEventListener("click", (event) => {
    const fact = factOf(event);
    for (const other of all("shown")) if (other !== fact) other.classList.remove("shown");
    const byTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (fact === null || !byTouch || fact.classList.contains("shown")) return;
    event.preventDefault();
    fact.classList.remove("dismissed");
    fact.classList.add("shown");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const fact of document.querySelectorAll<HTMLElement>(".fact.shown, .fact:hover, .fact:focus-within")) {
      fact.classList.remove("shown");
      fact.classList.add("dismissed");
    }
  });
  for (const left of ["focusout", "pointerout"]) document.addEventListener(left, (event) => factOf(event)?.classList.remove("dismissed"));
}
