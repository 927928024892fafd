// Fills a gateway with made-up variants of the quality pages, and asks it and the plain server for the same articles and lists in turns.
// node run.mjs [--articles 10000] [--seconds 8] [--gateway ../../artifacts/run/gateway/NewsApi.Gateway.dll] [--data FOLDER]
// With --data, a folder that an earlier run has filled is used again.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    seconds: { type: "string", default: "8" },
    gateway: { type: "string", default: path.join(here, "../../artifacts/run/gateway/NewsApi.Gateway.dll") },
    data: { type: "string" },
  },
});
const [Articles, Seconds] = [Number(options.articles), Number(options.seconds)];
const Connections = 16;
const Rounds = 3;
const TicksPerSecond = 100;

const agent = new http.Agent({ keepAlive: true, maxSockets: Connections });

function request(port, method, target, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const sent = http.request({ port, host: "127.0.0.1", method, path: target, agent, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString("utf8") }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function get(port, target) {
  const { status, text } = await request(port, "GET", target);
  if (status !== 200) {
    throw new Error(`${target}: ${status} ${text.slice(0, 200)}`);
  }
  return text;
}

// Many at a time, each taking the next of what is left.
async function eachOf(count, work) {
  let next = 0;
  await Promise.all(
    Array.from({ length: Connections }, async () => {
      while (next < count) {
        await work(next++);
      }
    }),
  );
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function startGateway(folder) {
  const port = 20000 + (process.pid % 20000);
  const server = spawn(
    "dotnet",
    [options.gateway, `--Urls=http://127.0.0.1:${port}`, `--Storage:Path=${path.join(folder, "news.db")}`, "--Logging:LogLevel:Default=Warning"],
    { stdio: ["ignore", "ignore", "inherit"], cwd: folder },
  );
  for (let n = 0; n < 300; n++) {
    await sleep(200);
    const ready = await request(port, "GET", "/health/ready").catch(() => null);
    if (ready?.status === 200) {
      return { name: "NewsApi", port, processes: [server.pid], stop: () => stop(server, () => server.kill("SIGTERM")) };
    }
  }
  server.kill("SIGKILL");
  throw new Error("the gateway is not ready after a minute");
}

async function startBaseline(file) {
  const server = spawn("node", [path.join(here, "baseline.mjs"), file], { stdio: ["pipe", "pipe", "inherit"] });
  const line = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(data.toString())));
  return { name: "fastify", ...JSON.parse(line), stop: () => stop(server, () => server.stdin.end()) };
}

function stop(server, how) {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  how();
  return ended;
}

// One page after the other, each with a number in its text: no two are the same, all are as long as pages are.
function* pages() {
  const root = path.join(here, "../../tests/quality/pages");
  const texts = readdirSync(root, { recursive: true })
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(path.join(root, name), "utf8"));
  for (let n = 0; ; n++) {
    yield texts[n % texts.length].replace(/\d{2,}/, (digits) => `${digits}${n}`) + `\nBản tin ${n} của ngày.\n`;
  }
}

async function fill(gateway) {
  const source = pages();
  const began = Date.now();
  await eachOf(Articles, async (n) => {
    // Within 2025, a minute or two apart.
    const published = new Date(Date.UTC(2025, 0, 1) + ((n * 7919) % Articles) * (31_000_000_000 / Articles)).toISOString();
    const { status, text } = await request(
      gateway.port,
      "POST",
      "/v1/articles",
      JSON.stringify({ text: source.next().value, publishedAt: published, source: `s${n % 50}` }),
      { "content-type": "application/json" },
    );
    if (status !== 201 && status !== 202) {
      throw new Error(`submit: ${status} ${text.slice(0, 200)}`);
    }
  });
  console.log(`${Articles} articles submitted and read in ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

// All there is, as the gateway gives it.
async function copy(gateway, file) {
  rmSync(file, { force: true });
  const database = new Database(file);
  database.exec(
    "CREATE TABLE articles (id TEXT PRIMARY KEY, json TEXT) WITHOUT ROWID;" +
      "CREATE TABLE items (id TEXT, published TEXT, json TEXT); CREATE INDEX items_by_time ON items (published, id);",
  );
  const ids = [];
  let token = "";
  do {
    const list = JSON.parse(await get(gateway.port, `/v1/articles?pageSize=200${token && `&pageToken=${encodeURIComponent(token)}`}`));
    const insert = database.prepare("INSERT INTO items VALUES (?, ?, ?)");
    for (const item of list.articles) {
      insert.run(item.id, new Date(item.publishedAt ?? item.published ?? item.storedAt).toISOString(), JSON.stringify(item));
      ids.push(item.id);
    }
    token = list.nextPageToken ?? "";
  } while (token);
  const insert = database.prepare("INSERT INTO articles VALUES (?, ?)");
  await eachOf(ids.length, async (n) => insert.run(ids[n], await get(gateway.port, `/v1/articles/${ids[n]}`)));
  database.close();
  return ids;
}

// User and system time of all its processes, in seconds.
function processorTime(server) {
  return server.processes
    .map((id) => readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" "))
    .reduce((sum, fields) => sum + (Number(fields[11]) + Number(fields[12])) / TicksPerSecond, 0);
}

async function measure(server, target) {
  const before = processorTime(server);
  const until = Date.now() + Seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: Connections }, async () => {
      while (Date.now() < until) {
        await get(server.port, target());
        count++;
      }
    }),
  );
  return count / (processorTime(server) - before);
}

async function compare(name, servers, target) {
  const figures = servers.map(() => []);
  for (const server of servers) {
    await measure(server, target);
  }
  for (let round = 0; round < Rounds; round++) {
    for (const [n, server] of servers.entries()) {
      figures[n].push(await measure(server, target));
    }
  }
  const middle = figures.map((all) => all.sort((a, b) => a - b)[Rounds >> 1]);
  console.log(`${name}: ${servers.map((server, n) => `${server.name} ${middle[n].toFixed(0)}`).join(", ")} per CPU-second, ${(middle[0] / middle[1]).toFixed(2)} x`);
}

// One request after the other. Words of one page in a hundred or fewer.
async function search(gateway) {
  const words = "ghi-ta|hát then|cá tra|sầu riêng|đê biển|lan đột biến|cử tạ|nhã nhạc|sao la|máy bơm|xe buýt|cầu treo|lúa mì|tôm hùm|đua ghe".split("|");
  const rare = [];
  for (const word of words) {
    const { count } = JSON.parse(await get(gateway.port, `/v1/articles/count?q=${encodeURIComponent(`"${word}"`)}`));
    if (count > 0 && count <= Articles / 100) {
      rare.push(word);
    }
  }
  const times = [];
  for (let n = 0; n < 400; n++) {
    const began = performance.now();
    await get(gateway.port, `/v1/articles?q=${encodeURIComponent(`"${rare[n % rare.length]}"`)}`);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  console.log(`search, ${rare.length} phrases with at most 1 % hits: p50 ${times[200].toFixed(1)} ms, p95 ${times[380].toFixed(1)} ms`);
}

const folder = options.data ?? mkdtempSync(path.join(os.tmpdir(), "newsapi-reading-"));
mkdirSync(folder, { recursive: true });
const isFilled = existsSync(path.join(folder, "news.db"));
const gateway = await startGateway(folder);
try {
  if (!isFilled) {
    await fill(gateway);
  }
  const file = path.join(folder, "plain.db");
  const ids = await copy(gateway, file);
  console.log(`${ids.length} articles kept`);
  const baseline = await startBaseline(file);
  try {
    const servers = [gateway, baseline];
    await compare("GET article", servers, () => `/v1/articles/${ids[Math.floor(Math.random() * ids.length)]}`);
    await compare("list of 20", servers, () => `/v1/articles?publishedTo=${encodeURIComponent(new Date(Date.UTC(2025, 1, 1) + Math.random() * 2e10).toISOString())}`);
  } finally {
    await baseline.stop();
  }
  await search(gateway);
} finally {
  await gateway.stop();
  agent.destroy();
  if (!options.data) {
    rmSync(folder, { recursive: true });
  }
}
