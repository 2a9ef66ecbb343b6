/**
 * Tells the page that frames this one how tall it is, at load and whenever that changes. No polling.
 * The message holds the figure's id and a height in px, nothing of the reader.
 */
export function announceHeight(root: HTMLElement, view: Window): void {
  if (view.parent === view) return;
  let last = 0;
  const tell = (): void => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    // The frame cannot know who frames it: any parent may learn the height of a public figure.
    view.parent.postMessage({ type: "counting-code-red:height", figure: root.dataset["figure"], height }, "*");
  };
  new ResizeObserver(tell).observe(root);
  tell();
}
