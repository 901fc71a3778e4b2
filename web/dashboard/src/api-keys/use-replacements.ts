import { useStored } from "../base/stored";

/** The ids of a key and of its successor. */
export interface Replacement {
  oldId: string;
  newId: string;
}

/** The unfinished key replacements of this app that were started in this browser. */
export function useReplacements(appId: string) {
  const [stored, store] = useStored(`replacements:${appId}`, parseReplacements);
  const replacements = stored ?? [];
  return {
    replacements,
    begin: (replacement: Replacement) => store([...replacements, replacement]),
    end: (oldId: string) => store(replacements.filter((each) => each.oldId !== oldId)),
  };
}

function parseReplacements(stored: unknown): Replacement[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  return stored.filter(
    (each): each is Replacement =>
      typeof each?.oldId === "string" && typeof each?.newId === "string",
  );
}
