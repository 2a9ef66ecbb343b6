import { parse } from "@astrojs/compiler-rs";

/** A node of the tree that Astro's compiler gives: ESTree with JSX; only what is read here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Words that a template prints, and where they begin in the file. */
export interface Written {
  readonly text: string;
  readonly start: number;
}

/** A number that a template asks for by id. */
export interface Asked {
  readonly kind: "claim" | "result";
  readonly id: string;
  readonly start: number;
}

/** Elements whose digits are not numbers of this site: another's words, formulas, code, machine-readable dates, scripts. */
const apart: readonly string[] = ["q", "math", "code", "time", "script", "style"];
/** Attributes that readers see or hear. */
const spoken: readonly string[] = ["title", "description", "caption", "label", "alt", "aria-label", "summary", "standfirst", "what", "said"];

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
const children = (node: Node): Node[] => Object.values(node).flatMap((value): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));

/** Name of a tag or an attribute, `aria-label`; empty for `a:b` and `a.b`. */
const nameOf = (node: unknown): string => (isNode(node) && typeof node["name"] === "string" ? node["name"] : isNode(node) ? nameOf(node["name"]) : "");

const textOf = (node: Node): string | null => {
  if (node.type === "JSXText") return String(node["raw"]);
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node.type === "TemplateElement") return (node["value"] as { readonly cooked?: string | null }).cooked ?? "";
  return null;
};

/** True for a string of code that is a phrase: ids, paths and class names have no space, markup to copy has attributes. */
const isPhrase = (text: string): boolean => /\S\s+\S/.test(text) && !/\w="/.test(text);

function walk(node: Node, visit: (node: Node, parent: Node | null) => boolean, parent: Node | null = null): void {
  if (visit(node, parent)) for (const child of children(node)) walk(child, visit, node);
}

function treeOf(file: string, source: string): Node {
  const { ast, diagnostics } = parse(source) as { ast: unknown; diagnostics: readonly unknown[] };
  if (!isNode(ast)) throw new Error(`${file} cannot be read as Astro: ${JSON.stringify(diagnostics)}`);
  return ast;
}

/**
 * Every piece of text that a template can print: text between tags, phrases in its code, and attributes that readers see.
 * Left out: imports, messages of errors, regular expressions, other attributes, and elements that hold no number of this site.
 */
export function writtenText(file: string, source: string): Written[] {
  const found: Written[] = [];
  walk(treeOf(file, source), (node, parent) => {
    if (node.type === "ImportDeclaration" || node.type === "ThrowStatement") return false;
    if (node.type === "JSXElement" && apart.includes(nameOf(node["openingElement"]))) return false;
    if (node.type === "JSXAttribute" && !spoken.includes(nameOf(node))) return false;
    const text = textOf(node);
    if (text !== null && (node.type === "JSXText" || parent?.type === "JSXAttribute" || isPhrase(text))) found.push({ text, start: node.start });
    // A bare number between braces, {7528}, is printed as it stands.
    if (node.type === "Literal" && typeof node["value"] === "number" && parent?.type === "JSXExpressionContainer") found.push({ text: String(node["raw"]), start: node.start });
    return true;
  });
  return found;
}

/** Every `<Fact claim="…">`, `<Fact result="…">` and `<Count claim="…">` of a template whose id is written out. */
export function askedNumbers(file: string, source: string): Asked[] {
  const found: Asked[] = [];
  walk(treeOf(file, source), (node) => {
    if (node.type !== "JSXOpeningElement" || !["Fact", "Count"].includes(nameOf(node))) return true;
    for (const attribute of children(node).filter((each) => each.type === "JSXAttribute")) {
      const kind = nameOf(attribute);
      const value = attribute["value"];
      if ((kind === "claim" || kind === "result") && isNode(value) && typeof value["value"] === "string") found.push({ kind, id: value["value"], start: attribute.start });
    }
    return true;
  });
  return found;
}

/** Line of a place in a text, counted from 1. */
export const lineAt = (source: string, place: number): number => source.slice(0, place).split("\n").length;
