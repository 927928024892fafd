// A client of @hey-api/openapi-ts. Arguments: the folder with openapi.json, the address of the service.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { check, run, strict } from "./process.mjs";

const [folder, address] = process.argv.slice(2);
writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
// The generator's own runtime is not written for exactOptionalPropertyTypes and unchecked indexes.
const { noUncheckedIndexedAccess, exactOptionalPropertyTypes, ...rest } = strict.compilerOptions;
writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: rest, files: ["scenario.ts"] }));
writeFileSync(
  path.join(folder, "openapi-ts.config.mjs"),
  `export default {
  input: "openapi.json",
  output: { path: "client", module: { extension: ".js" } },
  plugins: ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"],
};
`,
);
run("openapi-ts", [], folder);
const operation = JSON.parse(readFileSync(path.join(folder, "openapi.json"), "utf8")).paths["/v1/articles/count"].get.operationId;
writeFileSync(
  path.join(folder, "scenario.ts"),
  `
import { createClient } from "./client/client/index.js";
import { ${operation}, listEntities } from "./client/index.js";

export async function scenario(baseUrl: string): Promise<string[]> {
  const client = createClient({ baseUrl });
  const count = await ${operation}({ client, query: { q: "không có ở đâu cả" } });
  const entities = await listEntities({ client });
  const fault = await ${operation}({ client, query: { q: "a OR" } });
  const position = fault.error?.errors?.[0]?.position;
  return [String(count.data?.count), String(entities.data?.entities.length), String(position)];
}
`,
);
run("tsc", ["-p", "tsconfig.json"], folder);
const { scenario } = await import(pathToFileURL(path.join(folder, "built", "scenario.js")).href);
const told = await scenario(address.replace(/\/$/, ""));
check(told[0] === "0" && Number(told[1]) >= 0 && told[2] === "4", told.join(" | "));
