"""python3 test_server.py DESCRIPTORS: serves grpc/testing/test.proto on a free port of 127.0.0.1, which it prints. Ends with its input. Of a request it
cannot tell whether it came compressed."""

import sys
import time
from concurrent import futures

import grpc
from testing import EARLY, INITIAL, SERVICE, TRAILING, Contract

CONTRACT = Contract(sys.argv[1])
CODES = {code.value[0]: code for code in grpc.StatusCode}


def echo(context):
    received = dict(context.invocation_metadata())
    if INITIAL in received:
        context.send_initial_metadata(((INITIAL, received[INITIAL]),))
    return ((TRAILING, received[TRAILING]),) if TRAILING in received else ()


def fail_as_asked(request, context):
    if request.response_status.code != 0:
        context.abort(CODES[request.response_status.code], request.response_status.message)


def answer(request, context):
    for parameters in request.response_parameters:
        if parameters.interval_us:
            time.sleep(parameters.interval_us / 1e6)
        if not context.is_active():
            return
        yield CONTRACT.StreamingOutputCallResponse(payload=CONTRACT.zeros(parameters.size))


def empty_call(request, context):
    return CONTRACT.Empty()


def unary_call(request, context):
    if request.response_compressed.value:
        context.set_compression(grpc.Compression.Gzip)
    context.set_trailing_metadata(echo(context))
    fail_as_asked(request, context)
    return CONTRACT.SimpleResponse(payload=CONTRACT.zeros(request.response_size))


def streaming_output_call(request, context):
    trailers = echo(context)
    start = time.monotonic()
    early = 0
    for response in answer(request, context):
        yield response
        early += time.monotonic() - start < 1
    context.set_trailing_metadata((*trailers, (EARLY, str(early))))


def streaming_input_call(requests, context):
    total = sum(len(request.payload.body) for request in requests)
    return CONTRACT.StreamingInputCallResponse(aggregated_payload_size=total)


def full_duplex_call(requests, context):
    context.set_trailing_metadata(echo(context))
    for request in requests:
        fail_as_asked(request, context)
        yield from answer(request, context)


def handler(kind, method, behaviour):
    return getattr(grpc, f"{kind}_rpc_method_handler")(
        behaviour,
        request_deserializer=CONTRACT.input_of(method).FromString,
        response_serializer=CONTRACT.output_of(method).SerializeToString,
    )


server = grpc.server(futures.ThreadPoolExecutor(max_workers=220))
server.add_generic_rpc_handlers(
    (
        grpc.method_handlers_generic_handler(
            SERVICE,
            {
                "EmptyCall": handler("unary_unary", "EmptyCall", empty_call),
                "UnaryCall": handler("unary_unary", "UnaryCall", unary_call),
                "StreamingOutputCall": handler("unary_stream", "StreamingOutputCall", streaming_output_call),
                "StreamingInputCall": handler("stream_unary", "StreamingInputCall", streaming_input_call),
                "FullDuplexCall": handler("stream_stream", "FullDuplexCall", full_duplex_call),
            },
        ),
    )
)
print(server.add_insecure_port("127.0.0.1:0"), flush=True)
server.start()
sys.stdin.read()
server.stop(grace=0)
