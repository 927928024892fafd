// Opens the page at /docs in a browser, reads an operation and carries one out: node docs.mjs BROWSER ADDRESS
// Prints what is wrong, a line each; exit code 0 where nothing is.
import { chromium } from "playwright-core";

const [executablePath, address] = process.argv.slice(2);
const faults = [];
const patience = { timeout: 30_000 };
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`not loaded: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && origin !== new URL(address).origin) faults.push(`foreign: ${request.url()}`);
  });

  await page.goto(`${address}/docs`, patience);
  await page.locator(".info .title", { hasText: "NewsApi" }).waitFor(patience);
  const shown = await page.locator(".opblock .opblock-summary-operation-id").allTextContents();
  const document = await (await fetch(`${address}/openapi/v1.json`)).json();
  const described = Object.values(document.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId));
  if (shown.sort().join() !== described.sort().join()) faults.push(`operations: ${shown} are shown, ${described} are described`);

  const operation = page.locator(".opblock", { has: page.getByText("countArticles", { exact: true }) });
  await operation.locator(".opblock-summary-control").click(patience);
  await operation.getByRole("button", { name: "Try it out" }).click(patience);
  await operation.getByRole("button", { name: "Execute" }).click(patience);
  const answer = await operation.locator(".live-responses-table .response .highlight-code").first().textContent(patience);
  if (!/"count":\s*\d+/.test(answer)) faults.push(`countArticles answers: ${answer}`);
} catch (error) {
  faults.push(error.message);
} finally {
  await browser.close();
}

for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
