// What readers that others wrote make of the feeds and of the JSON-LD. Argument: a folder with articles.json, articles.atom, articles.rss, article.jsonld and
// expected.json, which says what the newest article is.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseFeed } from "feedsmith";
import { check, run, strict } from "./process.mjs";

const [folder] = process.argv.slice(2);
const read = (name) => readFileSync(path.join(folder, name), "utf8");
const expected = JSON.parse(read("expected.json"));

for (const [name, format] of [
  ["articles.json", "json"],
  ["articles.atom", "atom"],
  ["articles.rss", "rss"],
]) {
  const parsed = parseFeed(read(name));
  check(parsed.format === format, `${name} is taken for ${parsed.format}`);
  const items = parsed.feed.items ?? parsed.feed.entries;
  check(items.length === expected.count, `${name} has ${items.length} items`);
  const [first] = items;
  const id = first.id ?? first.guid?.value;
  check(id === expected.id, `${name}: the first is ${id}`);
  check(first.title === expected.title || first.title?.value === expected.title, `${name}: ${JSON.stringify(first.title)}`);
  const time = first.date_published ?? first.published ?? first.pubDate;
  check(new Date(time).getTime() === new Date(expected.published).getTime(), `${name}: ${time}`);
  check(JSON.stringify(first).includes(expected.author), `${name} names no ${expected.author}`);
}

// The types of schema.org, as Google generates them: an object that has what a type does not know does not compile.
writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ ...strict, files: ["article.ts"] }));
writeFileSync(
  path.join(folder, "article.ts"),
  `import type { NewsArticle, WithContext } from "schema-dts";\nexport const article: WithContext<NewsArticle> = ${read("article.jsonld")};\n`,
);
run("tsc", ["-p", "tsconfig.json"], folder);
