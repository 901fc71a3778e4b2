/**
 * The cost of operations over the number of users, as an SVG with two logarithmic axes. A level line means
 * that the cost does not grow.
 */
const width = 980;
const height = 420;
const margin = { top: 16, right: 420, bottom: 44, left: 64 };
const colours = ["#4f46e5", "#d9622b", "#0f8a8a", "#b83280", "#a87900", "#7b8399", "#2563eb"];
const shapes = ["", "6 3", "2 3"];

const scale = (least, most, from, to) => (value) =>
  from + ((Math.log(value) - Math.log(least)) / (Math.log(most) - Math.log(least))) * (to - from);
const powersOfTen = (least, most) => {
  const powers = [];
  for (let power = least; power <= most; power *= 10) powers.push(power);
  return powers;
};
const escape = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `series`: name, and points of [users, microseconds]. */
export function plot(series) {
  const all = series.flatMap(({ points }) => points);
  const users = all.map(([x]) => x);
  const costs = all.map(([, y]) => y);
  const leastCost = 10 ** Math.floor(Math.log10(Math.min(...costs)));
  const mostCost = 10 ** Math.ceil(Math.log10(Math.max(...costs)));
  const x = scale(Math.min(...users), Math.max(...users), margin.left, width - margin.right);
  const y = scale(leastCost, mostCost, height - margin.bottom, margin.top);
  const grid = [
    ...powersOfTen(leastCost, mostCost).map(
      (cost) =>
        `<path d="M${margin.left} ${y(cost)}H${width - margin.right}" stroke="#d8dce6"/>` +
        `<text x="${margin.left - 8}" y="${y(cost) + 4}" text-anchor="end">${cost} us</text>`,
    ),
    ...[...new Set(users)].map(
      (count) =>
        `<text x="${x(count)}" y="${height - margin.bottom + 20}" text-anchor="middle">` +
        `${count.toLocaleString("en")}</text>`,
    ),
    `<text x="${(margin.left + width - margin.right) / 2}" y="${height - 6}" text-anchor="middle">users</text>`,
  ];
  const lines = series.map(({ name, points }, index) => {
    const style =
      `stroke="${colours[index % colours.length]}" ` +
      `stroke-dasharray="${shapes[Math.floor(index / colours.length)]}"`;
    const path = points.map(([at, cost]) => `${x(at)} ${y(cost)}`).join("L");
    const legend = margin.top + 12 + index * 22;
    const left = width - margin.right + 24;
    return (
      `<path d="M${path}" fill="none" stroke-width="2" ${style}/>` +
      `<path d="M${left} ${legend - 4}h24" stroke-width="2" ${style}/>` +
      `<text x="${left + 32}" y="${legend}">${escape(name)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#3a4256">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...grid,
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}
