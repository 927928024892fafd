// Runs a program of node_modules in a folder; ends this one where it fails, with what it said.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import path from "node:path";

export const root = path.dirname(fileURLToPath(import.meta.url));

export function run(program, args, cwd) {
  const done = spawnSync(path.join(root, "node_modules", ".bin", program), args, { cwd, encoding: "utf8" });
  if (done.status !== 0) {
    console.error(`${program} ${args.join(" ")}\n${done.stdout}\n${done.stderr}`);
    process.exit(1);
  }
}

export function check(condition, what) {
  if (!condition) {
    console.error(`not so: ${what}`);
    process.exit(1);
  }
}

export const strict = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    outDir: "built",
  },
};
