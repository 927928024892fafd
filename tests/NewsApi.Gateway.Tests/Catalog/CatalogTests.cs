using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using NewsApi.Contracts.Catalog.V1;
using NewsApi.Contracts.Processing.V1;
using NewsApi.Gateway.Tests.Facts;

namespace NewsApi.Gateway.Tests.Catalog;

public sealed class CatalogTests : FactPageTests, IAsyncLifetime
{
    const string Held = "positionHeld stated person=Lê Sáu;position=Giám đốc;organization=Bến phà";

    TestGateway _gateway = null!;
    GrpcChannel _channel = null!;

    CatalogService.CatalogServiceClient Client => new(_channel);

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Engine.Analyze = (request, _) => Task.FromResult(WithFacts(request.Text));
        var url = $"http://127.0.0.1:{FreePort()}";
        _gateway = new TestGateway(
            Engine.Address,
            null,
            ("Server:GrpcUrl", url),
            ("Intake:MaxPause", "00:00:00.2"),
            ("Intake:MaxSleep", "00:00:00.2")
        );
        _gateway.StartServer();
        _channel = GrpcChannel.ForAddress(url);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        _channel.Dispose();
        await _gateway.DisposeAsync();
        await DisposeAsync();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    async Task<string> KeepAsync(string title, DateTimeOffset published)
    {
        var response = await _gateway.SubmitAsync(
            $"{title}\n{Held}",
            ("publishedAt", published.ToString("O", CultureInfo.InvariantCulture)),
            ("source", "báo a")
        );
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await response.IdAsync()).ToString();
    }

    [Fact]
    public async Task GetArticle_TellsWhatTheRestApiTells()
    {
        var id = await KeepAsync("Phà", Monday);

        var article = (await Client.GetArticleAsync(new GetArticleRequest { Id = id, View = ArticleView.Full })).Article;

        article.State.ShouldBe(ArticleState.Ready);
        article.Kind.ShouldBe(PageKind.Article);
        article.Title.ShouldBe("Phà");
        article.Source.ShouldBe("báo a");
        article.HasUrl.ShouldBeFalse();
        article.Published.ShouldBe("2026-03-02T08:00:00+07:00");
        article.Document.Facts.ShouldHaveSingleItem().Type.ShouldBe(FactType.PositionHeld);
        (await Client.GetArticleAsync(new GetArticleRequest { Id = id })).Article.Document.ShouldBeNull();
    }

    [Fact]
    public async Task ListArticles_PageByPage_HasEachOnce()
    {
        var ids = new List<string>();
        for (var hour = 0; hour < 5; hour++)
            ids.Add(await KeepAsync($"Phà-{hour}", Monday.AddHours(hour)));

        var seen = new List<string>();
        var request = new ListArticlesRequest { PageSize = 2, View = ArticleView.Full };
        do
        {
            var page = await Client.ListArticlesAsync(request);
            page.Articles.ShouldAllBe(article => article.Document != null);
            seen.AddRange(page.Articles.Select(article => article.Id));
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);

        seen.ShouldBe(Enumerable.Reverse(ids));
        var from = Timestamp.FromDateTimeOffset(Monday.AddHours(3));
        (await Client.ListArticlesAsync(new ListArticlesRequest { PublishedFrom = from })).Articles.Count.ShouldBe(2);
        (await Client.ListArticlesAsync(new ListArticlesRequest { Source = "báo b" })).Articles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_OfEntitiesAndFacts_LeadsFromOneToTheOther()
    {
        await KeepAsync("Phà", Monday);

        var entity = (
            await Client.SearchEntitiesAsync(new SearchEntitiesRequest { Prefix = "le s", Types_ = { EntityType.Person } })
        ).Entities.ShouldHaveSingleItem();
        entity.Name.ShouldBe("Lê Sáu");
        entity.Articles.ShouldBe(1);

        var fact = (
            await Client.SearchFactsAsync(new SearchFactsRequest { EntityIds = { entity.Id }, Argument = "person" })
        ).Facts.ShouldHaveSingleItem();
        fact.Type.ShouldBe(FactType.PositionHeld);
        fact.Modality.ShouldBe(Modality.Stated);
        fact.Arguments.Single(argument => argument.Name == "person").EntityId.ShouldBe(entity.Id);
        fact.LastSeen.ToDateTimeOffset().ShouldBe(Monday);
    }

    public static TheoryData<string, StatusCode, string, string?> Faults =>
        new()
        {
            { "article that is not there", StatusCode.NotFound, "article-not-found", "id" },
            { "id that is none", StatusCode.InvalidArgument, "invalid-parameter", "id" },
            { "page token that is none", StatusCode.InvalidArgument, "invalid-page-token", null },
            { "topic that is none", StatusCode.InvalidArgument, "invalid-parameter", "topic" },
            { "time that is none", StatusCode.InvalidArgument, "invalid-parameter", null },
            { "query that breaks off", StatusCode.InvalidArgument, "invalid-parameter", "q" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_IsTheProblemOfTheRestApiWithDetails(string what, StatusCode code, string reason, string? field)
    {
        Func<Task> call = what switch
        {
            "article that is not there" => () => Client.GetArticleAsync(new GetArticleRequest { Id = NobodysId }).ResponseAsync,
            "id that is none" => () => Client.GetArticleAsync(new GetArticleRequest { Id = "7" }).ResponseAsync,
            "page token that is none" => () => Client.ListArticlesAsync(new ListArticlesRequest { PageToken = "7" }).ResponseAsync,
            "time that is none" => () =>
                Client.ListArticlesAsync(new ListArticlesRequest { StoredTo = new Timestamp { Seconds = long.MaxValue } }).ResponseAsync,
            "topic that is none" => () => Client.ListArticlesAsync(new ListArticlesRequest { Topics = { "7" } }).ResponseAsync,
            _ => () => Client.ListArticlesAsync(new ListArticlesRequest { Query = "\"phà" }).ResponseAsync,
        };

        var fault = await call.ShouldThrowAsync<RpcException>();

        fault.StatusCode.ShouldBe(code);
        var status = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin"));
        status.Code.ShouldBe((int)code);
        var info = status.Details.Single(detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        (info.Reason, info.Domain).ShouldBe((reason, "newsapi"));
        if (field is not null)
            status
                .Details.Single(detail => detail.Is(BadRequest.Descriptor))
                .Unpack<BadRequest>()
                .FieldViolations.ShouldHaveSingleItem()
                .Field.ShouldBe(field);
    }

    [Fact]
    public async Task Health_IsToldWhileTheGatewayServes()
    {
        var health = new Health.HealthClient(_channel);
        var answer = await health.CheckAsync(new HealthCheckRequest { Service = CatalogService.Descriptor.FullName });
        answer.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);

        using var watch = health.Watch(new HealthCheckRequest());
        (await watch.ResponseStream.MoveNext(default)).ShouldBeTrue();
        watch.ResponseStream.Current.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task Deadline_EndsTheCall()
    {
        var fault = await Should.ThrowAsync<RpcException>(async () =>
            await Client.ListArticlesAsync(new ListArticlesRequest(), deadline: DateTime.UnixEpoch)
        );
        fault.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Gateway_WithoutTheSetting_HasNoGrpc() =>
        await ShouldBeProblemAsync(
            await Gateway.CreateClient().PostAsync("/newsapi.catalog.v1.CatalogService/GetArticle", null),
            HttpStatusCode.NotFound,
            "route-not-found"
        );
}
