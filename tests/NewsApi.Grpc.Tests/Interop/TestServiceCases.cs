namespace NewsApi.Grpc.Tests.Interop;

/// <summary>Names of the cases: those of gRPC's own list, and what our own add.</summary>
public sealed class TestServiceCases : TheoryData<string>
{
    public TestServiceCases() =>
        AddRange(
            "empty_unary",
            "large_unary",
            "client_compressed_unary",
            "server_compressed_unary",
            "client_streaming",
            "server_streaming",
            "ping_pong",
            "empty_stream",
            "timeout_on_sleeping_server",
            "cancel_after_begin",
            "cancel_after_first_response",
            "custom_metadata",
            "status_code_and_message",
            "special_status_message",
            "unimplemented_method",
            "unimplemented_service",
            "a_byte_over_four_mebibytes",
            "ten_thousand_calls_one_after_the_other",
            "two_hundred_streams_at_once",
            "a_client_that_stops_reading"
        );
}
