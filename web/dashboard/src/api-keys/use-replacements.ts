import { useStored } from "../base/stored";

/** The id of a key, and the id of the one that was created to take its place. */
export interface Replacement {
  oldId: string;
  newId: string;
}

/** The replacements of keys of this app that were begun in this browser and are not over. */
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
