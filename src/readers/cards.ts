import { type Node, findNodeAtLocation, getLocation, parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import { z } from "zod";
import { datasetCardSchema, type DatasetCard } from "../schema/dataset.ts";
import type { Problem } from "../schema/problem.ts";

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

/** Reads the cards of the recorded datasets: a JSON list. Each fault names its line and its path, such as `[3].sensor`. */
export function readCards(file: string, text: string): { readonly cards: readonly DatasetCard[]; readonly problems: readonly Problem[] } {
  const problem = (line: number, column: string, value: string, expected: string): Problem => ({ file, line, column, value, expected });
  if (text.trim() === "") return { cards: [], problems: [problem(0, "", "", "a JSON list of dataset cards; the file is empty")] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (tree === undefined || first !== undefined) {
    const at = first?.offset ?? 0;
    const path = getLocation(text, at).path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
    return { cards: [], problems: [problem(lineAt(text, at), path, text.slice(at, at + 20), `JSON (${first === undefined ? "nothing readable" : printParseErrorCode(first.error)})`)] };
  }
  const result = z.array(datasetCardSchema, { error: "a list of dataset cards" }).safeParse(JSON.parse(text));
  if (result.success) {
    const ids = result.data.map((card) => card.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    return { cards: result.data, problems: twice.map((id) => problem(lineAt(text, text.lastIndexOf(`"${id}"`)), "id", id, "an id used once")) };
  }
  const nearest = (path: readonly PropertyKey[]): Node => {
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
      if (node !== undefined) return node;
    }
    return tree;
  };
  return {
    cards: [],
    problems: result.error.issues.map((issue) => {
      const node = nearest(issue.path);
      const path = issue.path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
      return problem(lineAt(text, node.offset), path, text.slice(node.offset, node.offset + Math.min(node.length, 60)), issue.message);
    }),
  };
}
