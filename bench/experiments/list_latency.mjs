// How long pages of GET /v3/users take with many users: median and longest of nine calls.
//
//   build/release/parleyd dev --data-dir /tmp/many --listen 127.0.0.1:18095 --tls-listen off &
//   node bench/experiments/list_latency.mjs http://127.0.0.1:18095 <REST API Key> 1000000
//
// Imports that many users first, unless they are there.
const [url, apikey, count] = process.argv.slice(2);
const first = ["Andrew", "Maria", "José", "Li", "Fatima", "Olga", "John", "Priya", "Chen", "Anna"];
first.push("Tom", "Zoë", "Kofi", "Ingrid", "Pablo");
const last = ["Smith", "Jones", "Müller", "García", "Wang", "Nguyen", "Kowalski", "Rossi"];
last.push("Dubois", "Ivanov", "Haddad", "Okafor", "Sato", "Larsen", "Novak", "Silva");

async function call(path, body) {
  const options = body
    ? {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }
    : { headers: {} };
  const answer = await fetch(url + path, { ...options, headers: { ...options.headers, apikey } });
  return answer.json();
}

function userNumber(i) {
  return {
    name: `${first[i % 15]} ${last[(i * 7) % 16]} ${i % 1000}`,
    role: i % 10_000 === 3 ? "rare" : i % 3 === 0 ? "common" : "default",
    tags: [i % 2 ? "odd" : "even", ...(i % 5000 === 1 ? ["vip"] : [])],
  };
}

async function importUsers() {
  await call("/v3/roles", { role: "rare", name: "Rare" });
  await call("/v3/roles", { role: "common", name: "Common" });
  let next = 0;
  const work = async () => {
    while (next < count) {
      const from = (next += 50) - 50;
      const numbers = Array.from({ length: Math.min(50, count - from) }, (_, i) => from + i);
      const users = Object.fromEntries(numbers.map((i) => [`user-${i}`, userNumber(i)]));
      const { error } = await call("/v3/data_import/users", { users });
      if (error) throw new Error(error.message);
    }
  };
  await Promise.all(Array.from({ length: 32 }, work));
}

const queries = ["", "page=5000", "searchKey=smith", "searchKey=smith&page=300", "searchKey=s"];
queries.push("searchKey=user-1", "searchKey=zoe%20novak", "searchKey=nobody", "roles=common");
queries.push("roles=rare", "roles=common&page=2000", "tags=vip", "tags=odd", "tags=odd&page=3000");
queries.push("tags=odd&roles=common", "tags=odd&searchKey=smith", "searchKey=smith&roles=common");
queries.push("onlyDeactivated=true", "sortBy=uid", "sortBy=uid&sortOrder=desc&page=9000");

if ((await call(`/v3/users/user-${count - 1}`)).error) await importUsers();
console.log("median ms  longest ms     total  query");
for (const query of queries) {
  const times = [];
  let total;
  for (let turn = 0; turn < 9; turn++) {
    const started = performance.now();
    const { meta } = await call(`/v3/users?perPage=100&${query}`);
    times.push(performance.now() - started);
    total = meta?.pagination.total;
  }
  times.sort((a, b) => a - b);
  const columns = [times[4].toFixed(1), times[8].toFixed(1), String(total)];
  console.log(columns.map((text) => text.padStart(9)).join("  "), "", query || "(all)");
}
