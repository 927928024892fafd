// The plain server to compare with: fastify and better-sqlite3, two workers, nothing switched on. It returns JSON that was stored as it is sent.
// Argument: the file made by run.mjs. Prints its port and the ids of its processes.
import cluster from "node:cluster";
import Database from "better-sqlite3";
import Fastify from "fastify";

const Workers = 2;

if (cluster.isPrimary) {
  const workers = Array.from({ length: Workers }, () => cluster.fork());
  let ready = 0;
  cluster.on("listening", (_, address) => {
    if (++ready === Workers) {
      console.log(JSON.stringify({ port: address.port, processes: [process.pid, ...workers.map((worker) => worker.process.pid)] }));
    }
  });
  process.stdin.on("end", () => process.exit()).resume();
} else {
  const database = new Database(process.argv[2], { readonly: true });
  const article = database.prepare("SELECT json FROM articles WHERE id = ?").pluck();
  const newest = database.prepare("SELECT json FROM items WHERE published < ? ORDER BY published DESC, id DESC LIMIT 20").pluck();
  const server = Fastify();
  server.get("/v1/articles/:id", (request, reply) => {
    const json = article.get(request.params.id);
    return json ? reply.type("application/json; charset=utf-8").send(json) : reply.code(404).send();
  });
  server.get("/v1/articles", (request, reply) =>
    reply.type("application/json; charset=utf-8").send(`{"articles":[${newest.all(request.query.publishedTo).join(",")}]}`),
  );
  await server.listen({ port: 0, host: "127.0.0.1" });
}
