using System.CommandLine;
using NewsApi.Training.Spans;
using NewsApi.Training.Words;
using NewsApi.Training.Zones;

var root = new RootCommand("Trains the models of NewsApi.Language from data written for it.")
{
    ZonesCommand.Create(),
    WordsCommand.Create(),
    SpansCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
