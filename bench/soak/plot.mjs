/** Resident memory over the time of a soak, as an SVG. A level line means that memory does not grow. */
const width = 860;
const height = 240;
const margin = { top: 16, right: 110, bottom: 40, left: 64 };
const colours = { resident: "#4f46e5", anonymous: "#d9622b" };
const names = { resident: "resident", anonymous: "anonymous" };
/** Vertical offset of a name from the end of its line, because the lines are close to each other. */
const below = { resident: -4, anonymous: 14 };
const mebi = 2 ** 20;

/** A step of 1, 2 or 5 times a power of ten that divides `most` into about five. */
function stepOf(most) {
  const power = 10 ** Math.floor(Math.log10(most / 5));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => most / step <= 6);
}

/** `samples`: from watch.mjs. The memory axis starts at 0. */
export function plotMemory(samples) {
  const minutes = samples.at(-1).seconds / 60;
  const step = stepOf((Math.max(...samples.map(({ resident }) => resident)) / mebi) * 1.1);
  const most = step * Math.ceil(Math.max(...samples.map((each) => each.resident)) / mebi / step);
  const x = (seconds) =>
    margin.left + (seconds / 60 / minutes) * (width - margin.left - margin.right);
  const y = (mib) => height - margin.bottom - (mib / most) * (height - margin.top - margin.bottom);
  const levels = Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step);
  const times = Array.from({ length: Math.floor(minutes) + 1 }, (_, i) => i);
  const lines = Object.entries(colours).map(([of, colour]) => {
    const path = samples.map(
      (each) => `${x(each.seconds).toFixed(1)} ${y(each[of] / mebi).toFixed(1)}`,
    );
    const end = y(samples.at(-1)[of] / mebi) + below[of];
    return (
      `<path d="M${path.join("L")}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `<text x="${width - margin.right + 6}" y="${end}" fill="${colour}">${names[of]}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#3a4256">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...levels.map(
      (mib) =>
        `<path d="M${margin.left} ${y(mib)}H${width - margin.right}" stroke="#d8dce6"/>` +
        `<text x="${margin.left - 8}" y="${y(mib) + 4}" text-anchor="end">${mib} MiB</text>`,
    ),
    ...times.map(
      (minute) =>
        `<text x="${x(minute * 60)}" y="${height - margin.bottom + 18}" text-anchor="middle">${minute}</text>`,
    ),
    `<text x="${(margin.left + width - margin.right) / 2}" y="${height - 6}" text-anchor="middle">minutes</text>`,
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}
