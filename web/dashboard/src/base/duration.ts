const UNITS: [string, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** A duration in the largest unit that divides it: "7 days", "90 minutes". */
export function duration(seconds: number): string {
  const [unit, length] = UNITS.find(([, each]) => seconds >= each && seconds % each === 0) ?? [
    "second",
    1,
  ];
  const count = seconds / length;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
