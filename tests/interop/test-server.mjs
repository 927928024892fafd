// node test-server.mjs: serves grpc/testing/test.proto on a free port of 127.0.0.1, which it prints. Ends with its input. What it sends is
// compressed; of a request it cannot tell whether it came compressed.
import { setTimeout as sleep } from 'node:timers/promises';
import { grpc, TestService, initialKey, trailingKey, earlyKey, noise, zeros } from './testing.mjs';

// Sends the header that is to come back, and gives the trailers that are.
function echo(call) {
  const headers = new grpc.Metadata();
  const trailers = new grpc.Metadata();
  call.metadata.get(initialKey).forEach(value => headers.add(initialKey, value));
  call.metadata.get(trailingKey).forEach(value => trailers.add(trailingKey, value));
  call.sendMetadata(headers);
  return trailers;
}

const failure = request => {
  const { code = 0, message = '' } = request.responseStatus ?? {};
  return code === 0 ? null : { code, details: message };
};

async function answer(call, request, payload = zeros, onWritten = () => {}) {
  for (const { size, intervalUs } of request.responseParameters) {
    if (intervalUs > 0) await sleep(intervalUs / 1000);
    if (call.cancelled || call.destroyed) return;
    if (!call.write({ payload: payload(size) })) await new Promise(resolve => call.once('drain', resolve));
    onWritten();
  }
}

const service = {
  emptyCall: (call, callback) => callback(null, {}),
  unaryCall(call, callback) {
    const trailers = echo(call);
    const fault = failure(call.request);
    return fault ? callback(fault) : callback(null, { payload: zeros(call.request.responseSize) }, trailers);
  },
  async streamingOutputCall(call) {
    const trailers = echo(call);
    const start = Date.now();
    let early = 0;
    await answer(call, call.request, noise, () => (early += Date.now() - start < 1_000 ? 1 : 0));
    trailers.set(earlyKey, String(early));
    call.end(trailers);
  },
  streamingInputCall(call, callback) {
    let sum = 0;
    call.on('data', ({ payload }) => (sum += payload.body.length));
    call.on('end', () => callback(null, { aggregatedPayloadSize: sum }));
  },
  // By events: to iterate would destroy the stream, and with it the way back, when the requests have ended.
  fullDuplexCall(call) {
    const trailers = echo(call);
    let work = Promise.resolve();
    call.on('error', () => {});
    call.on('data', request => {
      const fault = failure(request);
      work = work.then(() => (fault ? call.emit('error', fault) : answer(call, request)));
    });
    call.on('end', () => work.then(() => call.end(trailers)));
  },
};

const { UnimplementedCall, ...served } = TestService.service;
const server = new grpc.Server({ 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip });
server.addService(served, service);
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
process.stdin.resume().on('end', () => process.exit(0));
