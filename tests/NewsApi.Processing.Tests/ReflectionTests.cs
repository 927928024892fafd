using System.Diagnostics;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace NewsApi.Processing.Tests;

/// <summary>Whoever knows only the address learns what the service has.</summary>
public sealed class ReflectionTests(ProcessingFixture service) : IClassFixture<ProcessingFixture>
{
    const string Processing = "newsapi.processing.v1.ProcessingService";

    async Task<List<ServerReflectionResponse>> AskAsync(params ServerReflectionRequest[] requests)
    {
        using var call = new ServerReflection.ServerReflectionClient(service.Channel).ServerReflectionInfo(ProcessingFixture.Soon());
        var answers = new List<ServerReflectionResponse>();
        foreach (var request in requests)
        {
            await call.RequestStream.WriteAsync(request);
            (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
            answers.Add(call.ResponseStream.Current);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeFalse();
        return answers;
    }

    [Fact]
    public async Task List_HasEveryServiceOfTheHost() =>
        (await AskAsync(new ServerReflectionRequest { ListServices = "" }))[0]
            .ListServicesResponse.Service.Select(listed => listed.Name)
            .ShouldBe([
                "grpc.health.v1.Health",
                "grpc.reflection.v1.ServerReflection",
                "grpc.reflection.v1alpha.ServerReflection",
                Processing,
            ]);

    [Theory]
    [InlineData(Processing)]
    [InlineData(Processing + ".Analyze")]
    [InlineData("newsapi.processing.v1.AnalyzeRequest")]
    [InlineData("newsapi.processing.v1.AnalyzeRequest.text")]
    public async Task Symbol_IsAnsweredWithItsFileAndWhatThatImports(string symbol)
    {
        var answer = (await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol }))[0];

        var files = answer.FileDescriptorResponse.FileDescriptorProto;
        // What a file imports stands before it where files are built from their bytes.
        var built = FileDescriptor.BuildFromByteStrings([
            .. files.Reverse().OrderBy(file => FileDescriptorProto.Parser.ParseFrom(file).Dependency.Count),
        ]);
        built.ShouldContain(file => file.Services.Any(found => found.FullName == Processing) || file.MessageTypes.Any());
        files.Select(file => FileDescriptorProto.Parser.ParseFrom(file).Name).ShouldBeUnique();
    }

    [Fact]
    public async Task File_IsFoundByItsName() =>
        FileDescriptorProto
            .Parser.ParseFrom(
                (await AskAsync(new ServerReflectionRequest { FileByFilename = "grpc/health/v1/health.proto" }))[0]
                    .FileDescriptorResponse
                    .FileDescriptorProto[0]
            )
            .Service[0]
            .Name.ShouldBe("Health");

    [Fact]
    public async Task WhatIsNotThere_IsAnErrorAndTheCallGoesOn()
    {
        var answers = await AskAsync(
            new ServerReflectionRequest { FileContainingSymbol = "a.B" },
            new ServerReflectionRequest { FileByFilename = "a.proto" },
            new ServerReflectionRequest
            {
                FileContainingExtension = new ExtensionRequest { ContainingType = "a.B", ExtensionNumber = 1 },
            },
            new ServerReflectionRequest { AllExtensionNumbersOfType = "a.B" },
            new ServerReflectionRequest(),
            new ServerReflectionRequest { AllExtensionNumbersOfType = "newsapi.processing.v1.AnalyzeRequest" }
        );

        answers
            .Take(5)
            .Select(answer => (StatusCode)answer.ErrorResponse.ErrorCode)
            .ShouldBe([StatusCode.NotFound, StatusCode.NotFound, StatusCode.NotFound, StatusCode.NotFound, StatusCode.InvalidArgument]);
        answers[5].AllExtensionNumbersResponse.ExtensionNumber.ShouldBeEmpty();
    }

    [Fact]
    public async Task V1Alpha_AnswersTheSame()
    {
        using var call = new global::Grpc.Reflection.V1Alpha.ServerReflection.ServerReflectionClient(service.Channel).ServerReflectionInfo(
            ProcessingFixture.Soon()
        );
        await call.RequestStream.WriteAsync(new global::Grpc.Reflection.V1Alpha.ServerReflectionRequest { ListServices = "" });
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        call.ResponseStream.Current.ListServicesResponse.Service.Select(listed => listed.Name).ShouldContain(Processing);
        await call.RequestStream.CompleteAsync();
    }

    [BufFact]
    public async Task BufCurl_ListsAndCallsByReflection()
    {
        var address = $"http://{service.Channel.Target}";
        (await BufAsync("curl", "--protocol", "grpc", "--http2-prior-knowledge", "--list-methods", address)).ShouldContain(
            $"{Processing}/Analyze"
        );
        (
            await BufAsync(
                "curl",
                "--protocol",
                "grpc",
                "--http2-prior-knowledge",
                "--data",
                """{"service":""}""",
                $"{address}/grpc.health.v1.Health/Check"
            )
        ).ShouldContain("SERVING");
    }

    static async Task<string> BufAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(BufFactAttribute.Program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(ProcessingProcess.Patience);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}

/// <summary>A test with buf, which npm installs. Without it it is skipped, except where CI=true: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class BufFactAttribute : FactAttribute
{
    public static string Program { get; } = DeterminismTests.Folder("tests", "interop", "node_modules", ".bin", "buf");

    public BufFactAttribute()
    {
        if (!File.Exists(Program) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "tests/interop/node_modules is missing: run npm ci --prefix tests/interop";
        }
    }
}
