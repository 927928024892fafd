// grpc.testing.TestService for both scripts, and what gRPC's interoperability cases send.
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const contract = fileURLToPath(new URL('grpc/testing/test.proto', import.meta.url));
export { grpc };
export const { TestService, UnimplementedService } = grpc.loadPackageDefinition(
  loader.loadSync(contract, { keepCase: false, longs: Number, defaults: true }),
).grpc.testing;

export const initialKey = 'x-grpc-test-echo-initial';
export const trailingKey = 'x-grpc-test-echo-trailing-bin';
export const earlyKey = 'x-written-in-a-second';
export const trailing = Buffer.from([0xab, 0xab, 0xab]);
export const special = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';
export const zeros = size => ({ body: Buffer.alloc(size) });

const noiseOf = randomBytes(65_536);
// What gzip cannot make small, so that a window holds little of it.
export const noise = size => ({ body: noiseOf.subarray(0, size) });
