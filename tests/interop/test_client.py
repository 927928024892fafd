"""python3 test_client.py ADDRESS DESCRIPTORS: gRPC's interoperability cases against a server of grpc/testing/test.proto; prints a line for each,
"ok NAME" or "failed NAME: reason"."""

import queue
import sys
import time

import grpc
from testing import EARLY, INITIAL, SERVICE, SPECIAL, TRAILING, Contract

CONTRACT = Contract(sys.argv[2])
CHANNEL = grpc.insecure_channel(sys.argv[1])
PATIENCE = 60
ECHOED = ((INITIAL, "test_initial_metadata_value"), (TRAILING, b"\xab\xab\xab"))


def stub(kind, method, service=SERVICE):
    make = getattr(CHANNEL, kind)
    return make(
        f"/{service}/{method}",
        request_serializer=CONTRACT.input_of(method).SerializeToString,
        response_deserializer=CONTRACT.output_of(method).FromString,
    )


EMPTY = stub("unary_unary", "EmptyCall")
UNARY = stub("unary_unary", "UnaryCall")
OUTPUT = stub("unary_stream", "StreamingOutputCall")
INPUT = stub("stream_unary", "StreamingInputCall")
DUPLEX = stub("stream_stream", "FullDuplexCall")


class Requests:
    """What a stream still has to send."""

    def __init__(self):
        self._queue = queue.Queue()

    def send(self, message):
        self._queue.put(message)

    def close(self):
        self._queue.put(None)

    def __iter__(self):
        return iter(self._queue.get, None)


def large(**more):
    return CONTRACT.SimpleRequest(response_size=314_159, payload=CONTRACT.zeros(271_828), **more)


def output(*sizes, payload=0, interval_us=0):
    request = CONTRACT.StreamingOutputCallRequest(payload=CONTRACT.zeros(payload))
    for size in sizes:
        request.response_parameters.add(size=size, interval_us=interval_us)
    return request


def same(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r} is not {expected!r}")


def fails(action):
    try:
        action()
    except grpc.RpcError as error:
        return error
    raise AssertionError("no error")


def size_of(response):
    return len(response.payload.body)


def empty_unary():
    same(EMPTY(CONTRACT.Empty(), timeout=PATIENCE), CONTRACT.Empty())


def large_unary():
    same(size_of(UNARY(large(), timeout=PATIENCE)), 314_159)


def client_compressed_unary():
    expecting = large(expect_compressed=CONTRACT.BoolValue(value=True))
    same(fails(lambda: UNARY(expecting, timeout=PATIENCE)).code(), grpc.StatusCode.INVALID_ARGUMENT)
    same(size_of(UNARY(expecting, timeout=PATIENCE, compression=grpc.Compression.Gzip)), 314_159)
    same(size_of(UNARY(large(expect_compressed=CONTRACT.BoolValue(value=False)), timeout=PATIENCE)), 314_159)


def server_compressed_unary():
    for value in (True, False):
        same(size_of(UNARY(large(response_compressed=CONTRACT.BoolValue(value=value)), timeout=PATIENCE)), 314_159)


def client_streaming():
    sizes = (27_182, 8, 1_828, 45_904)
    requests = (CONTRACT.StreamingInputCallRequest(payload=CONTRACT.zeros(size)) for size in sizes)
    same(INPUT(requests, timeout=PATIENCE).aggregated_payload_size, 74_922)


def server_streaming():
    sizes = [31_415, 9, 2_653, 58_979]
    same([size_of(response) for response in OUTPUT(output(*sizes), timeout=PATIENCE)], sizes)


def ping_pong():
    requests = Requests()
    responses = DUPLEX(iter(requests), timeout=PATIENCE)
    for size, payload in ((31_415, 27_182), (9, 8), (2_653, 1_828), (58_979, 45_904)):
        requests.send(output(size, payload=payload))
        same(size_of(next(responses)), size)
    requests.close()
    same(list(responses), [])


def empty_stream():
    same(list(DUPLEX(iter(()), timeout=PATIENCE)), [])


def timeout_on_sleeping_server():
    requests = Requests()
    requests.send(output(1, payload=27_182, interval_us=5_000_000))
    same(fails(lambda: list(DUPLEX(iter(requests), timeout=0.001))).code(), grpc.StatusCode.DEADLINE_EXCEEDED)
    requests.close()


def cancel_after_begin():
    requests = Requests()
    call = INPUT.future(iter(requests), timeout=PATIENCE)
    call.cancel()
    same(call.cancelled(), True)
    same(call.code(), grpc.StatusCode.CANCELLED)
    requests.close()


def cancel_after_first_response():
    requests = Requests()
    call = DUPLEX(iter(requests), timeout=PATIENCE)
    requests.send(output(31_415, payload=27_182))
    same(size_of(next(call)), 31_415)
    call.cancel()
    same(fails(lambda: next(call)).code(), grpc.StatusCode.CANCELLED)
    requests.close()


def custom_metadata():
    _, call = UNARY.with_call(large(), timeout=PATIENCE, metadata=ECHOED)
    same(dict(call.initial_metadata())[INITIAL], ECHOED[0][1])
    same(dict(call.trailing_metadata())[TRAILING], ECHOED[1][1])
    call = DUPLEX(iter([output(314_159, payload=271_828)]), timeout=PATIENCE, metadata=ECHOED)
    same([size_of(response) for response in call], [314_159])
    same(dict(call.initial_metadata())[INITIAL], ECHOED[0][1])
    same(dict(call.trailing_metadata())[TRAILING], ECHOED[1][1])


def status_code_and_message():
    status = CONTRACT.EchoStatus(code=2, message="test status message")
    error = fails(lambda: UNARY(CONTRACT.SimpleRequest(response_status=status), timeout=PATIENCE))
    same((error.code(), error.details()), (grpc.StatusCode.UNKNOWN, "test status message"))
    request = CONTRACT.StreamingOutputCallRequest(response_status=status)
    error = fails(lambda: list(DUPLEX(iter([request]), timeout=PATIENCE)))
    same((error.code(), error.details()), (grpc.StatusCode.UNKNOWN, "test status message"))


def special_status_message():
    status = CONTRACT.EchoStatus(code=2, message=SPECIAL)
    error = fails(lambda: UNARY(CONTRACT.SimpleRequest(response_status=status), timeout=PATIENCE))
    same((error.code(), error.details()), (grpc.StatusCode.UNKNOWN, SPECIAL))


def unimplemented_method():
    call = stub("unary_unary", "UnimplementedCall")
    same(fails(lambda: call(CONTRACT.Empty(), timeout=PATIENCE)).code(), grpc.StatusCode.UNIMPLEMENTED)


def unimplemented_service():
    call = stub("unary_unary", "UnimplementedCall", "grpc.testing.UnimplementedService")
    same(fails(lambda: call(CONTRACT.Empty(), timeout=PATIENCE)).code(), grpc.StatusCode.UNIMPLEMENTED)


def a_byte_over_four_mebibytes():
    def sends(size):
        return UNARY(CONTRACT.SimpleRequest(payload=CONTRACT.zeros(size)), timeout=PATIENCE)

    # The request is some bytes longer than its payload.
    sends(4 * 1024 * 1024 - 10)
    same(fails(lambda: sends(4 * 1024 * 1024 + 1)).code(), grpc.StatusCode.RESOURCE_EXHAUSTED)
    over = CONTRACT.SimpleRequest(response_size=4 * 1024 * 1024 + 1)
    same(fails(lambda: UNARY(over, timeout=PATIENCE)).code(), grpc.StatusCode.RESOURCE_EXHAUSTED)


def ten_thousand_calls_one_after_the_other():
    for _ in range(10_000):
        EMPTY(CONTRACT.Empty(), timeout=PATIENCE)


def two_hundred_streams_at_once():
    streams = []
    for _ in range(200):
        requests = Requests()
        streams.append((requests, DUPLEX(iter(requests), timeout=PATIENCE)))
    for size in range(1_000, 1_005):
        for requests, _ in streams:
            requests.send(output(size))
    for requests, _ in streams:
        requests.close()
    for _, responses in streams:
        same([size_of(response) for response in responses], [1_000, 1_001, 1_002, 1_003, 1_004])


def a_client_that_stops_reading():
    call = OUTPUT(output(*[65_536] * 1_000), timeout=PATIENCE)
    call.initial_metadata()
    time.sleep(1.5)
    same(sum(1 for _ in call), 1_000)
    early = int(dict(call.trailing_metadata())[EARLY])
    if not 0 < early < 500:
        raise AssertionError(f"{early} of 1,000 responses were written while nobody read")


CASES = (
    empty_unary,
    large_unary,
    client_compressed_unary,
    server_compressed_unary,
    client_streaming,
    server_streaming,
    ping_pong,
    empty_stream,
    timeout_on_sleeping_server,
    cancel_after_begin,
    cancel_after_first_response,
    custom_metadata,
    status_code_and_message,
    special_status_message,
    unimplemented_method,
    unimplemented_service,
    a_byte_over_four_mebibytes,
    ten_thousand_calls_one_after_the_other,
    two_hundred_streams_at_once,
    a_client_that_stops_reading,
)

for case in CASES:
    try:
        case()
        print(f"ok {case.__name__}", flush=True)
    except Exception as fault:  # whatever it is, it is the result of this case
        reason = f"{type(fault).__name__}: {fault}".replace("\n", " ")
        print(f"failed {case.__name__}: {reason}", flush=True)
