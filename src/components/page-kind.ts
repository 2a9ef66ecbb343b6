/** What kind of page an address leads to, in a word; `root` is the path of the site. */
export function kindOfPage(url: string, root: string): string {
  const [folder = "", name = ""] = (url.startsWith(root) ? url.slice(root.length) : url).split("/");
  if (name === "") return "Page";
  return { claims: "Claim", figures: "Figure", recordings: "Recording", data: "Data" }[folder] ?? "Page";
}
