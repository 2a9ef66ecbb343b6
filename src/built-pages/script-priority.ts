/** A page whose script files are fetched after its letters: every page is whole without them. */
export const scriptsLast = (html: string): string => html.replace(/<script type="module" src="/g, '<script type="module" fetchpriority="low" src="');
