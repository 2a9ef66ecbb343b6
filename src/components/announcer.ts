/** Time without a change after which a status is spoken, ms: longer than the gap between two keys of somebody who types. */
const pause = 400;

/**
 * A function that puts words into a live region once they have stood for 400 ms, so that a screen reader hears the outcome and not every key.
 * @param status the live region; words that it already holds are not written again
 */
export function announcer(status: Element): (words: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (words) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (status.textContent !== words) status.textContent = words;
    }, pause);
  };
}
