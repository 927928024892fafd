// A client of openapi-typescript and openapi-fetch. Arguments: the folder with openapi.json, the address of the service.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { check, run, strict } from "./process.mjs";

const [folder, address] = process.argv.slice(2);
run("openapi-typescript", ["openapi.json", "-o", "schema.d.ts"], folder);
writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
writeFileSync(
  path.join(folder, "scenario.ts"),
  `
import createClient from "openapi-fetch";
import type { paths } from "./schema.d.ts";

export async function scenario(baseUrl: string): Promise<string[]> {
  const client = createClient<paths>({ baseUrl });
  const kept = await client.POST("/v1/articles", { body: { text: "Phà Cồn chạy lại\\n\\nBến phà mở cửa sáng nay.", source: "openapi-fetch", externalId: "1" } });
  const id = kept.data?.id;
  if (id === undefined) throw new Error("nothing was kept: " + JSON.stringify(kept.error));
  const article = await client.GET("/v1/articles/{id}", { params: { path: { id } } });
  const found = await client.GET("/v1/articles", { params: { query: { q: "pha con", highlights: true, facets: ["source"] } } });
  const fault = await client.GET("/v1/articles", { params: { query: { q: "(" } } });
  const line = found.data?.articles[0]?.highlights?.[0];
  return [
    // Plain text is another form of the same resource.
    typeof article.data === "object" ? (article.data.title ?? "none") : "none",
    String(found.data?.articles.length),
    line?.text ?? "none",
    found.data?.facets?.[0]?.values[0]?.value ?? "none",
    fault.error?.type ?? "none",
  ];
}
`,
);
writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ ...strict, files: ["scenario.ts"] }));
run("tsc", ["-p", "tsconfig.json"], folder);
const { scenario } = await import(pathToFileURL(path.join(folder, "built", "scenario.js")).href);
const told = await scenario(address.replace(/\/$/, ""));
check(
  JSON.stringify(told) ===
    JSON.stringify(["Phà Cồn chạy lại", "1", "Phà Cồn chạy lại", "openapi-fetch", "urn:newsapi:problem:invalid-parameter"]),
  told.join(" | "),
);
