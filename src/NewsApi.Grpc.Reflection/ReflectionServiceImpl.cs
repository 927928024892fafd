using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>Answers by the descriptors of services, as grpc.reflection.v1. Safe for any number of threads.</summary>
public class ReflectionV1ServiceImpl : ServerReflection.ServerReflectionBase
{
    readonly List<string> _services;
    readonly SymbolRegistry _symbols;

    /// <param name="services">Those that are listed; their files are known with what these import.</param>
    public ReflectionV1ServiceImpl(IEnumerable<ServiceDescriptor> services)
    {
        List<ServiceDescriptor> known = [.. services];
        _services = [.. known.Select(service => service.FullName).Order(StringComparer.Ordinal)];
        _symbols = new SymbolRegistry(known.Select(service => service.File));
    }

    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context
    )
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await responseStream.WriteAsync(Answer(requestStream.Current), context.CancellationToken);
        }
    }

    internal ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new ListServiceResponse
                {
                    Service = { _services.Select(name => new ServiceResponse { Name = name }) },
                };
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                Show(response, _symbols.FileByName(request.FileByFilename), "file");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                Show(response, _symbols.FileContaining(request.FileContainingSymbol), "symbol");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                var extension = request.FileContainingExtension;
                Show(response, _symbols.FileContaining(extension.ContainingType, extension.ExtensionNumber), "extension");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                ShowExtensions(response, request.AllExtensionNumbersOfType);
                break;
            default:
                response.ErrorResponse = Error(StatusCode.InvalidArgument, "The request asks for nothing that is known here.");
                break;
        }

        return response;
    }

    void ShowExtensions(ServerReflectionResponse response, string message)
    {
        if (_symbols.ExtensionsOf(message) is { } numbers)
        {
            response.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = message, ExtensionNumber = { numbers } };
        }
        else
        {
            response.ErrorResponse = Error(StatusCode.NotFound, "There is no such message.");
        }
    }

    static void Show(ServerReflectionResponse response, FileDescriptor? file, string what)
    {
        if (file is null)
        {
            response.ErrorResponse = Error(StatusCode.NotFound, $"There is no such {what}.");
            return;
        }

        var files = new List<FileDescriptor>();
        Collect(file, files);
        response.FileDescriptorResponse = new FileDescriptorResponse
        {
            FileDescriptorProto = { files.Select(shown => shown.SerializedData) },
        };
    }

    // With what it imports, so that a caller needs to ask but once.
    static void Collect(FileDescriptor file, List<FileDescriptor> files)
    {
        if (files.Exists(known => known.Name == file.Name))
        {
            return;
        }

        files.Add(file);
        foreach (var import in file.Dependencies)
        {
            Collect(import, files);
        }
    }

    static ErrorResponse Error(StatusCode code, string message) => new() { ErrorCode = (int)code, ErrorMessage = message };
}

/// <summary>The same as grpc.reflection.v1alpha, for callers that know no other: its messages are those of v1 to the byte.</summary>
public class ReflectionServiceImpl : V1Alpha.ServerReflection.ServerReflectionBase
{
    readonly ReflectionV1ServiceImpl _answers;

    public ReflectionServiceImpl(ReflectionV1ServiceImpl answers) => _answers = answers;

    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<V1Alpha.ServerReflectionRequest> requestStream,
        IServerStreamWriter<V1Alpha.ServerReflectionResponse> responseStream,
        ServerCallContext context
    )
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var request = ServerReflectionRequest.Parser.ParseFrom(requestStream.Current.ToByteString());
            var response = V1Alpha.ServerReflectionResponse.Parser.ParseFrom(_answers.Answer(request).ToByteString());
            await responseStream.WriteAsync(response, context.CancellationToken);
        }
    }
}
