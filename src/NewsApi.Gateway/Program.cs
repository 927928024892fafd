using Microsoft.AspNetCore.Connections;
using NewsApi.Gateway.Analyses;
using NewsApi.Gateway.Articles;
using NewsApi.Gateway.Articles.Intake;
using NewsApi.Gateway.Catalog;
using NewsApi.Gateway.Entities;
using NewsApi.Gateway.Facts;
using NewsApi.Gateway.Facts.Conflicts;
using NewsApi.Gateway.Facts.Reviews;
using NewsApi.Gateway.Feeds;
using NewsApi.Gateway.Http;
using NewsApi.Gateway.OpenApi;
using NewsApi.Gateway.Operations;
using NewsApi.Gateway.Persistence;
using NewsApi.Gateway.Pipeline;
using NewsApi.Gateway.Probes;
using NewsApi.Gateway.Processing;
using NewsApi.Gateway.Settings;
using NewsApi.Gateway.Similar;
using NewsApi.Gateway.Topics;

var builder = WebApplication.CreateBuilder(args);
builder.AddServer();

// Services start in this order: the engine first, because it takes longest, and intake when the store is ready.
builder.Services.AddGatewaySettings().AddProcessing().AddPersistence().AddIntake().AddRequests();
builder.Services.AddScoped<KeptArticles>().AddScoped<KnownEntities>().AddScoped<FactEvidence>();
builder.Services.AddSingleton<Readiness>().AddSingleton<AnswerCache>();
builder.Services.AddApiDocument();
builder.Services.AddCatalog();

if (GatewaySettings.Faults(builder.Configuration) is { Count: > 0 } faults)
{
    await Console.Error.WriteLineAsync("The gateway does not start, because of its settings:\n" + string.Join('\n', faults));
    return 1;
}

var app = builder.Build();
app.UseServer();
app.MapSubmitArticle();
app.MapListArticles();
app.MapCountArticles();
app.MapExportArticles();
app.MapBatchGetArticles();
app.MapGetArticle();
app.MapGetText();
app.MapGetLines();
app.MapGetSentences();
app.MapGetMentions();
app.MapGetFacts();
app.MapListSimilar();
app.MapGetAnnotations();
app.MapListArticleEntities();
app.MapGetExplanation();
app.MapGetOriginal();
app.MapListRevisions();
app.MapGetRevision();
app.MapDeleteArticle();
app.MapListEntities();
app.MapGetEntity();
app.MapListEntityArticles();
app.MapListEntityFacts();
app.MapListPositions();
app.MapListConnections();
app.MapGetActivity();
app.MapMergeEntity();
app.MapSplitEntity();
app.MapListFacts();
app.MapListConflicts();
app.MapGetFact();
app.MapReviewFact();
app.MapReprocessArticle();
app.MapListTopics();
app.MapListTrends();
app.MapGetFeed();
app.MapGetOperation();
app.MapAnalyzePage();
app.MapGetPipeline();
app.MapHealth();
app.MapApiDocument();
app.MapCatalog();
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{exception.Message}\n{ListenAddress.WhenTaken}");
    return 1;
}

/// <summary>Named so that tests can start the gateway.</summary>
public partial class Program;
