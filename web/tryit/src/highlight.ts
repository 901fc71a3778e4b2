import { el } from "./dom";

const TOKEN =
  /(?<comment>\/\/.*)|(?<string>"(?:[^"\\]|\\.)*")|(?<keyword>\b(?:import|from|const|let|new|await|if|null|return)\b)|(?<call>\b\w+(?=\())/g;

/** JavaScript as nodes with syntax highlighting. Unknown tokens stay plain text. */
export function highlight(code: string): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of code.matchAll(TOKEN)) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    nodes.push(document.createTextNode(code.slice(end, match.index)));
    nodes.push(el("span", { class: `hl-${kind}` }, match[0]));
    end = match.index + match[0].length;
  }
  nodes.push(document.createTextNode(code.slice(end)));
  return nodes;
}
