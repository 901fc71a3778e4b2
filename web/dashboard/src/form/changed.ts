/** The fields that differ from `before`. Sending only these keeps what others changed meanwhile. */
export function changed<Values extends object>(before: Values, values: Values): Partial<Values> {
  const differs = (name: keyof Values) =>
    JSON.stringify(before[name]) !== JSON.stringify(values[name]);
  const names = (Object.keys(values) as (keyof Values)[]).filter(differs);
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Partial<Values>;
}

/** Like changed(), but returns emptied `optional` fields separately, in `unset`. */
export function changedOrUnset<Values extends object, Name extends keyof Values>(
  before: Values,
  values: Values,
  optional: readonly Name[],
): { set: Partial<Values>; unset: Name[] } {
  const set = changed(before, values);
  const unset = optional.filter((name) => name in set && isEmpty(values[name]));
  for (const name of unset) delete set[name];
  return { set, unset };
}

function isEmpty(value: unknown): boolean {
  return (typeof value === "string" ? value.trim() : (value as unknown[])).length === 0;
}
