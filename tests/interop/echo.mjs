// The echo contract for both scripts, and the metadata values that are hard to carry.
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const options = { keepCase: false, longs: Number, defaults: true };
const path = name => fileURLToPath(new URL(name, import.meta.url));

export { grpc };
export const { EchoService } = grpc.loadPackageDefinition(loader.loadSync(path('echo.proto'), options)).newsapi.testing.v1;
export const { Health } = grpc.loadPackageDefinition(
  loader.loadSync('grpc/health/v1/health.proto', { ...options, enums: String, includeDirs: [path('../../protos')] }),
).grpc.health.v1;

export const allBytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
export const vietnamese = 'Không tìm thấy: Đường Nguyễn Huệ, 100% "ở" đây';
export const gzip = { 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip };
