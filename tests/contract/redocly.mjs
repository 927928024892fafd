// What redocly says of the document. Arguments: the folder with openapi.json.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./process.mjs";

const [folder] = process.argv.slice(2);
writeFileSync(path.join(folder, "redocly.yaml"), "extends: [spec]\n");
run("redocly", ["lint", "--config", "redocly.yaml", "openapi.json"], folder);
