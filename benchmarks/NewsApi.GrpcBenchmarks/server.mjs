// node server.mjs: @grpc/grpc-js answers the unary call of tests/interop/echo.proto with what it got, on a free port of 127.0.0.1, which it prints. Ends with its input.
import { grpc, EchoService } from '../../tests/interop/echo.mjs';

const server = new grpc.Server();
server.addService({ Unary: EchoService.service.Unary }, { unary: (call, callback) => callback(null, { text: call.request.text, payload: call.request.payload }) });
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
process.stdin.resume().on('end', () => process.exit(0));
