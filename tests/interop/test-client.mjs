// node test-client.mjs ADDRESS: gRPC's interoperability cases against a server of grpc/testing/test.proto; prints a line for each, "ok NAME" or
// "failed NAME: reason". The library compresses all messages of a channel or none, and cannot say of one message that it came compressed.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { grpc, TestService, UnimplementedService, initialKey, trailingKey, earlyKey, trailing, special, zeros } from './testing.mjs';

const address = process.argv[2];
const insecure = grpc.credentials.createInsecure();
const client = new TestService(address, insecure);
const zipping = new TestService(address, insecure, { 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip });
const { status } = grpc;
const soon = () => ({ deadline: Date.now() + 60_000 });

// The response of a unary call, its headers and its status; an error is told by the status.
function unary(method, request, metadata = new grpc.Metadata(), on = client) {
  return new Promise(resolve => {
    const seen = {};
    const call = on[method](request, metadata, soon(), (error, response) => (seen.response = response));
    call.on('metadata', headers => (seen.headers = headers));
    call.on('status', end => setImmediate(() => resolve({ ...seen, code: end.code, details: end.details, trailers: end.metadata })));
  });
}

// All responses of a stream, and how it ended.
async function drain(call) {
  const sizes = [];
  call.on('error', () => {});
  const ended = new Promise(resolve => call.on('status', resolve));
  call.on('data', response => sizes.push(response.payload.body.length));
  const end = await ended;
  return { sizes, code: end.code, details: end.details, trailers: end.metadata };
}

const echoing = () => {
  const metadata = new grpc.Metadata();
  metadata.set(initialKey, 'test_initial_metadata_value');
  metadata.set(trailingKey, trailing);
  return metadata;
};

function checkEchoes(headers, trailers) {
  assert.deepEqual(headers.get(initialKey), ['test_initial_metadata_value']);
  assert.ok(trailers.get(trailingKey)[0].equals(trailing));
}

const large = { responseSize: 314_159, payload: zeros(271_828) };
const cases = {
  async empty_unary() {
    assert.deepEqual((await unary('emptyCall', {})).response, {});
  },
  async large_unary() {
    assert.equal((await unary('unaryCall', large)).response.payload.body.length, 314_159);
  },
  async client_compressed_unary() {
    const probe = await unary('unaryCall', { ...large, expectCompressed: { value: true } });
    assert.equal(probe.code, status.INVALID_ARGUMENT);
    const compressed = await unary('unaryCall', { ...large, expectCompressed: { value: true } }, undefined, zipping);
    assert.equal(compressed.response.payload.body.length, 314_159);
    const plain = await unary('unaryCall', { ...large, expectCompressed: { value: false } });
    assert.equal(plain.response.payload.body.length, 314_159);
  },
  async server_compressed_unary() {
    for (const value of [true, false]) {
      const { response } = await unary('unaryCall', { ...large, responseCompressed: { value } });
      assert.equal(response.payload.body.length, 314_159);
    }
  },
  async client_streaming() {
    const sum = await new Promise((resolve, reject) => {
      const call = client.streamingInputCall(soon(), (error, response) => (error ? reject(error) : resolve(response.aggregatedPayloadSize)));
      for (const size of [27_182, 8, 1_828, 45_904]) call.write({ payload: zeros(size) });
      call.end();
    });
    assert.equal(sum, 74_922);
  },
  async server_streaming() {
    const sizes = [31_415, 9, 2_653, 58_979];
    const call = client.streamingOutputCall({ responseParameters: sizes.map(size => ({ size })) }, soon());
    assert.deepEqual((await drain(call)).sizes, sizes);
  },
  async ping_pong() {
    const call = client.fullDuplexCall(soon());
    const asked = [[31_415, 27_182], [9, 8], [2_653, 1_828], [58_979, 45_904]];
    const send = ([size, payload]) => call.write({ responseParameters: [{ size }], payload: zeros(payload) });
    const got = [];
    send(asked[0]);
    for await (const response of call) {
      got.push(response.payload.body.length);
      if (got.length < asked.length) send(asked[got.length]);
      else call.end();
    }
    assert.deepEqual(got, asked.map(([size]) => size));
  },
  async empty_stream() {
    const call = client.fullDuplexCall(soon());
    call.end();
    assert.deepEqual((await drain(call)).sizes, []);
  },
  async timeout_on_sleeping_server() {
    const call = client.fullDuplexCall({ deadline: Date.now() + 1 });
    call.write({ responseParameters: [{ size: 1, intervalUs: 5_000_000 }], payload: zeros(27_182) });
    assert.equal((await drain(call)).code, status.DEADLINE_EXCEEDED);
  },
  async cancel_after_begin() {
    const code = await new Promise(resolve => {
      const call = client.streamingInputCall(soon(), error => resolve(error.code));
      setImmediate(() => call.cancel());
    });
    assert.equal(code, status.CANCELLED);
  },
  async cancel_after_first_response() {
    const call = client.fullDuplexCall(soon());
    const end = drain(call);
    call.write({ responseParameters: [{ size: 31_415 }], payload: zeros(27_182) });
    call.once('data', () => call.cancel());
    assert.equal((await end).code, status.CANCELLED);
  },
  async custom_metadata() {
    const { headers, trailers } = await unary('unaryCall', large, echoing());
    checkEchoes(headers, trailers);
    const call = client.fullDuplexCall(echoing(), soon());
    let first;
    call.on('metadata', received => (first = received));
    call.write({ responseParameters: [{ size: 314_159 }], payload: zeros(271_828) });
    call.end();
    checkEchoes(first ?? (await new Promise(resolve => call.on('metadata', resolve))), (await drain(call)).trailers);
  },
  async status_code_and_message() {
    const responseStatus = { code: 2, message: 'test status message' };
    const { code, details } = await unary('unaryCall', { responseStatus });
    assert.deepEqual([code, details], [2, 'test status message']);
    const call = client.fullDuplexCall(soon());
    call.write({ responseStatus });
    call.end();
    const end = await drain(call);
    assert.deepEqual([end.code, end.details], [2, 'test status message']);
  },
  async special_status_message() {
    const { code, details } = await unary('unaryCall', { responseStatus: { code: 2, message: special } });
    assert.deepEqual([code, details], [2, special]);
  },
  async unimplemented_method() {
    assert.equal((await unary('unimplementedCall', {})).code, status.UNIMPLEMENTED);
  },
  async unimplemented_service() {
    const other = new UnimplementedService(address, insecure);
    assert.equal((await unary('unimplementedCall', {}, undefined, other)).code, status.UNIMPLEMENTED);
  },
  async a_byte_over_four_mebibytes() {
    // The request is some bytes longer than its payload.
    assert.equal((await unary('unaryCall', { payload: zeros(4 * 1024 * 1024 - 10) })).code, status.OK);
    assert.equal((await unary('unaryCall', { payload: zeros(4 * 1024 * 1024 + 1) })).code, status.RESOURCE_EXHAUSTED);
    assert.equal((await unary('unaryCall', { responseSize: 4 * 1024 * 1024 + 1 })).code, status.RESOURCE_EXHAUSTED);
  },
  async ten_thousand_calls_one_after_the_other() {
    for (let i = 0; i < 10_000; i++) assert.equal((await unary('emptyCall', {})).code, status.OK);
  },
  async two_hundred_streams_at_once() {
    const calls = Array.from({ length: 200 }, () => client.fullDuplexCall(soon()));
    const ends = calls.map(drain);
    for (let round = 0; round < 5; round++) calls.forEach(call => call.write({ responseParameters: [{ size: 1_000 + round }] }));
    calls.forEach(call => call.end());
    for (const { sizes, code } of await Promise.all(ends)) {
      assert.deepEqual([code, sizes], [status.OK, [1_000, 1_001, 1_002, 1_003, 1_004]]);
    }
  },
  async a_client_that_stops_reading() {
    const call = client.streamingOutputCall({ responseParameters: Array(1_000).fill({ size: 65_536 }) }, soon());
    // Before its first read the library keeps all that comes.
    await new Promise(resolve => call.once('data', resolve));
    call.pause();
    await sleep(1_500);
    const rest = drain(call);
    call.resume();
    const { sizes, code, trailers } = await rest;
    assert.deepEqual([code, sizes.length], [status.OK, 999]);
    const early = Number(trailers.get(earlyKey)[0]);
    assert.ok(early > 0 && early < 500, `${early} of 1,000 responses were written while nobody read`);
  },
};

for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`failed ${name}: ${String(error?.message ?? error).replaceAll('\n', ' ')}`);
  }
}
process.exit(0);
