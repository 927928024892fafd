// node client.mjs ADDRESS: makes calls to a server of echo.proto and health.proto; prints a line for each case, "ok NAME" or "failed NAME: reason".
import assert from 'node:assert/strict';
import { grpc, EchoService, Health, allBytes, vietnamese, gzip } from './echo.mjs';

const address = process.argv[2];
const insecure = grpc.credentials.createInsecure();
const client = new EchoService(address, insecure);
const inSeconds = seconds => ({ deadline: Date.now() + seconds * 1000 });
const hang = { hang: true };

// One response, its headers, its trailers (status.metadata), and the error where there is one.
function unary(request, { method = 'unary', metadata = new grpc.Metadata(), options = inSeconds(20), on = client } = {}) {
  return new Promise(resolve => {
    const seen = {};
    const call = on[method](request, metadata, options, (error, response) => Object.assign(seen, { error, response }));
    call.on('metadata', headers => (seen.headers = headers));
    call.on('status', status => resolve({ ...seen, status }));
    seen.call = call;
  });
}

async function collect(stream) {
  const responses = [];
  for await (const response of stream) responses.push(response);
  return responses;
}

const failure = stream => new Promise(resolve => stream.on('error', resolve).on('data', () => {}));

const cases = {
  async unary() {
    const { response, status } = await unary({ text: 'Thời sự' });
    assert.equal(response.text, 'Thời sự');
    assert.equal(status.code, grpc.status.OK);
  },
  async empty_message() {
    assert.equal((await unary({})).response.text, '');
  },
  async large_message() {
    const payload = Buffer.alloc(3_000_000, 7);
    assert.ok((await unary({ payload })).response.payload.equals(payload));
  },
  async client_streaming() {
    const response = await new Promise((resolve, reject) => {
      const call = client.clientStream(inSeconds(20), (error, answer) => (error ? reject(error) : resolve(answer)));
      ['một', 'hai', 'ba'].forEach(text => call.write({ text }));
      call.end();
    });
    assert.deepEqual([response.text, response.index], ['một hai ba', 3]);
  },
  async server_streaming() {
    const responses = await collect(client.serverStream({ text: 'a', repeat: 500 }, inSeconds(20)));
    assert.deepEqual(responses.map(response => response.index), [...Array(500).keys()]);
  },
  async bidirectional_streaming() {
    const call = client.duplex(inSeconds(20));
    const texts = [];
    call.write({ text: '0' });
    for await (const { text } of call) {
      texts.push(text);
      if (texts.length < 10) call.write({ text: `${texts.length}` });
      else call.end();
    }
    assert.deepEqual(texts, [...Array(10).keys()].map(String));
  },
  async empty_stream() {
    const call = client.duplex(inSeconds(20));
    call.end();
    assert.deepEqual(await collect(call), []);
  },
  async metadata() {
    const metadata = new grpc.Metadata();
    metadata.set('echo-text', 'a, b');
    metadata.set('echo-bytes-bin', allBytes);
    metadata.set('trail-text', 'x');
    metadata.set('trail-bytes-bin', allBytes);
    const { headers, status } = await unary({}, { metadata });
    assert.deepEqual(headers.get('echo-text'), ['a, b']);
    assert.ok(headers.get('echo-bytes-bin')[0].equals(allBytes));
    assert.deepEqual(status.metadata.get('trail-text'), ['x']);
    assert.ok(status.metadata.get('trail-bytes-bin')[0].equals(allBytes));
  },
  async status_with_message() {
    const { status } = await unary({ statusCode: grpc.status.NOT_FOUND, statusDetail: vietnamese });
    assert.deepEqual([status.code, status.details], [grpc.status.NOT_FOUND, vietnamese]);
    assert.deepEqual(status.metadata.get('reason'), ['asked-for']);
  },
  async status_after_messages() {
    const error = await failure(client.serverStream({ repeat: 3, statusCode: grpc.status.ABORTED, statusDetail: 'x' }, inSeconds(20)));
    assert.deepEqual([error.code, error.details], [grpc.status.ABORTED, 'x']);
  },
  async exception_in_handler() {
    const { status } = await unary({ fail: true });
    assert.deepEqual([status.code, status.details], [grpc.status.UNKNOWN, 'Exception was thrown by handler.']);
  },
  async deadline() {
    assert.equal((await unary(hang, { options: inSeconds(0.3) })).status.code, grpc.status.DEADLINE_EXCEEDED);
  },
  async deadline_that_only_the_server_knows() {
    const metadata = new grpc.Metadata();
    metadata.set('grpc-timeout', '200m');
    const { status } = await unary(hang, { metadata, options: {} });
    assert.equal(status.code, grpc.status.DEADLINE_EXCEEDED);
  },
  async cancel_of_unary() {
    const code = await new Promise(resolve => {
      const call = client.unary(hang, inSeconds(20), error => resolve(error.code));
      setTimeout(() => call.cancel(), 200);
    });
    assert.equal(code, grpc.status.CANCELLED);
  },
  async cancel_of_stream() {
    const call = client.duplex(inSeconds(20));
    const error = failure(call);
    call.write({ text: 'a' });
    await new Promise(resolve => call.once('data', resolve));
    call.write(hang);
    setTimeout(() => call.cancel(), 200);
    assert.equal((await error).code, grpc.status.CANCELLED);
  },
  async gzip() {
    const on = new EchoService(address, insecure, gzip);
    const text = 'ộ'.repeat(20_000);
    assert.equal((await unary({ text }, { on })).response.text, text);
    const responses = await collect(on.serverStream({ text, repeat: 5 }, inSeconds(20)));
    assert.ok(responses.length === 5 && responses.every(response => response.text === text));
  },
  async message_over_the_limit() {
    const { status } = await unary({ payload: Buffer.alloc(5_000_000) });
    assert.equal(status.code, grpc.status.RESOURCE_EXHAUSTED);
  },
  async unimplemented_method() {
    assert.equal((await unary({}, { method: 'notThere' })).status.code, grpc.status.UNIMPLEMENTED);
  },
  async unimplemented_service() {
    const code = await new Promise(resolve =>
      client.makeUnaryRequest('/no.such.Service/Method', x => x, x => x, Buffer.alloc(0), error => resolve(error.code)),
    );
    assert.equal(code, grpc.status.UNIMPLEMENTED);
  },
  async health() {
    const health = new Health(address, insecure);
    assert.equal((await unary({ service: '' }, { method: 'check', on: health })).response.status, 'SERVING');
    assert.equal((await unary({ service: 'none' }, { method: 'check', on: health })).status.code, grpc.status.NOT_FOUND);
    const watch = health.watch({ service: 'none' }, inSeconds(20));
    watch.on('error', () => {});
    assert.equal((await new Promise(resolve => watch.once('data', resolve))).status, 'SERVICE_UNKNOWN');
    watch.cancel();
  },
};

for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`failed ${name}: ${String(error.message).replaceAll('\n', ' ')}`);
  }
}
process.exit(0);
