// node server.mjs: serves echo.proto on a free port of 127.0.0.1, which it prints; prints "cancelled" when a call that hangs is. Ends with its input.
import { grpc, EchoService, gzip } from './echo.mjs';

// Answers the metadata that ask for it: "echo-" as headers, "trail-" as trailers. Gives the trailers.
function returnMetadata(call) {
  const headers = new grpc.Metadata();
  const trailers = new grpc.Metadata();
  for (const key of Object.keys(call.metadata.getMap())) {
    const to = key.startsWith('echo-') ? headers : key.startsWith('trail-') ? trailers : null;
    if (to) call.metadata.get(key).forEach(value => to.add(key, value));
  }
  call.sendMetadata(headers);
  return trailers;
}

function failureOf(request) {
  if (!request.statusCode) return null;
  const metadata = new grpc.Metadata();
  metadata.set('reason', 'asked-for');
  return { code: request.statusCode, details: request.statusDetail, metadata };
}

const hang = call => call.on('cancelled', () => console.log('cancelled'));
const answerTo = ({ text, payload }, index = 0) => ({ text, payload, index });

const service = {
  unary(call, callback) {
    const trailers = returnMetadata(call);
    if (call.request.hang) return hang(call);
    const failure = failureOf(call.request);
    return failure ? callback(failure) : callback(null, answerTo(call.request), trailers);
  },
  clientStream(call, callback) {
    const texts = [];
    call.on('data', request => texts.push(request.text));
    call.on('end', () => callback(null, { text: texts.join(' '), index: texts.length }));
  },
  serverStream(call) {
    for (let i = 0; i < call.request.repeat; i++) call.write(answerTo(call.request, i));
    if (call.request.hang) return hang(call);
    const failure = failureOf(call.request);
    if (failure) call.emit('error', failure);
    else call.end();
  },
  duplex(call) {
    let index = 0;
    call.on('data', request => call.write(answerTo(request, index++)));
    call.on('end', () => call.end());
  },
};

const { notThere, ...served } = EchoService.service;
const server = new grpc.Server(gzip);
server.addService(served, service);
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
process.stdin.resume().on('end', () => process.exit(0));
