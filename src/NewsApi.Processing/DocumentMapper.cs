using System.Globalization;
using Google.Protobuf.Collections;
using NewsApi.Language.Documents;
using NewsApi.Language.Topics;
using NewsApi.Text;
using V1 = NewsApi.Contracts.Processing.V1;

namespace NewsApi.Processing;

/// <summary>The engine's document as the contract has it.</summary>
static class DocumentMapper
{
    public static V1.Document Map(Document document)
    {
        var mapped = new V1.Document
        {
            Kind = document.Kind switch
            {
                PageKind.Article => V1.PageKind.Article,
                PageKind.Listing => V1.PageKind.Listing,
                PageKind.Error => V1.PageKind.Error,
                PageKind.Consent => V1.PageKind.Consent,
                _ => V1.PageKind.Other,
            },
            KindReason = document.KindReason,
            Language = document.Language,
            Metadata = Map(document.Metadata),
        };
        mapped.ReviewReasons.AddRange(
            document.ReviewReasons.Select(reason => new V1.ReviewReason { Code = reason.Code, Detail = reason.Detail })
        );
        mapped.Sections.AddRange(document.Sections.Select(Map));
        mapped.Lines.AddRange(
            document.Lines.Select(line => new V1.Line
            {
                Number = line.Number,
                Span = Map(line.Span),
                Role = Map(line.Role),
                Score = line.Score,
            })
        );
        mapped.Sentences.AddRange(document.Sentences.Select(Map));
        mapped.Explanations.AddRange(document.Explanations.Select(Map));
        mapped.Mentions.AddRange(document.Mentions.Select(Map));
        mapped.MentionExplanations.AddRange(
            document.MentionExplanations.Select(explanation => Map(explanation, document.Mentions[explanation.Mention].Type))
        );
        mapped.Positions.AddRange(document.Positions.Select(Map));
        mapped.Facts.AddRange(document.Facts.Select(FactMapper.Map));
        mapped.Topics.AddRange(document.Topics.Select(Map));
        return mapped;
    }

    internal static V1.TextSpan Map(TextSpan span) => new() { Start = span.Start, End = span.End };

    // Both lists are in the same order, and the contract's begins with UNSPECIFIED.
    static V1.LineRole Map(LineRole role) => (V1.LineRole)((int)role + 1);

    static V1.TokenKind Map(TokenKind kind) => (V1.TokenKind)((int)kind + 1);

    static V1.TextValue? Map(TextValue? value) =>
        value is null
            ? null
            : new V1.TextValue
            {
                Text = value.Text,
                Span = Map(value.Span),
                Line = value.Line,
            };

    static V1.ArticleTopic Map(ArticleTopic found)
    {
        var mapped = new V1.ArticleTopic { Topic = Map(found.Topic), Score = found.Score };
        mapped.Evidence.AddRange(found.Evidence.Select(Map));
        return mapped;
    }

    internal static V1.MediaTopic Map(MediaTopic topic)
    {
        var mapped = new V1.MediaTopic
        {
            Code = topic.Code,
            Label = topic.Label,
            EnglishLabel = topic.EnglishLabel,
        };
        SetIfGiven(topic.Parent, value => mapped.Parent = value);
        return mapped;
    }

    static V1.Metadata Map(Metadata metadata)
    {
        var mapped = new V1.Metadata
        {
            Title = Map(metadata.Title),
            Lead = Map(metadata.Lead),
            PublishedText = Map(metadata.PublishedText),
        };
        SetIfGiven(Moment(metadata.Published), value => mapped.Published = value);
        SetIfGiven(metadata.PublishedInferred, value => mapped.PublishedInferred = value);
        SetIfGiven(metadata.Agency, value => mapped.Agency = value);
        SetIfGiven(metadata.Source, value => mapped.Source = value);
        mapped.Authors.AddRange(metadata.Authors.Select(author => Map(author)!));
        mapped.Captions.AddRange(
            metadata.Captions.Select(caption => new V1.Caption { Text = Map(caption.Text), Credit = Map(caption.Credit) })
        );
        mapped.Related.AddRange(metadata.Related.Select(Map));
        mapped.Keywords.AddRange(metadata.Keywords);
        return mapped;
    }

    static V1.RelatedArticle Map(RelatedArticle article)
    {
        var mapped = new V1.RelatedArticle
        {
            Title = Map(article.Title),
            Summary = Map(article.Summary),
            Inline = article.Inline,
            MetaLine = article.MetaLine ?? 0,
        };
        SetIfGiven(Moment(article.Published), value => mapped.Published = value);
        SetIfGiven(article.Category, value => mapped.Category = value);
        SetIfGiven(article.List, value => mapped.List = value);
        mapped.AlsoLines.AddRange(article.AlsoLines);
        return mapped;
    }

    static V1.Section Map(Section section)
    {
        var mapped = new V1.Section { Heading = Map(section.Heading) };
        Add(
            mapped.Blocks,
            section.Blocks,
            block => new V1.Block
            {
                Kind = block.Kind == BlockKind.Paragraph ? V1.BlockKind.Paragraph : V1.BlockKind.PullQuote,
                Text = Map(block.Text),
            }
        );
        return mapped;
    }

    static V1.Sentence Map(Sentence sentence)
    {
        var mapped = new V1.Sentence { Span = Map(sentence.Span), Line = sentence.Line };
        Add(
            mapped.Tokens,
            sentence.Tokens,
            token => new V1.Token
            {
                Span = Map(token.Span),
                Kind = Map(token.Kind),
                Syllables = token.Syllables,
                Normal = token.Normal ?? "",
            }
        );
        return mapped;
    }

    static V1.Mention Map(Mention mention)
    {
        var mapped = new V1.Mention
        {
            Span = Map(mention.Span),
            Line = mention.Line,
            Type = Map(mention.Type),
            Text = mention.Text,
            Entity = mention.Entity,
            Score = mention.Score,
        };
        SetIfGiven(mention.IsoCode, value => mapped.IsoCode = value);
        return mapped;
    }

    static V1.MentionExplanation Map(MentionExplanation explanation, EntityType type)
    {
        var mapped = new V1.MentionExplanation
        {
            Mention = explanation.Mention,
            Type = Map(type),
            RunnerUp = Map(explanation.RunnerUp),
            Margin = explanation.Margin,
        };
        Add(mapped.Features, explanation.Features, Map);
        return mapped;
    }

    static V1.EntityType Map(EntityType type) => (V1.EntityType)((int)type + 1);

    static V1.FeatureWeight Map(FeatureWeight feature) =>
        new()
        {
            Name = feature.Name,
            RolePoints = feature.RolePoints,
            RunnerUpPoints = feature.RunnerUpPoints,
        };

    static V1.Position Map(HeldPosition position)
    {
        var mapped = new V1.Position
        {
            Span = Map(position.Span),
            Line = position.Line,
            Text = position.Text,
            Bare = position.IsBare,
        };
        SetIfGiven(position.Person, value => mapped.Person = value);
        SetIfGiven(position.Organization, value => mapped.Organization = value);
        return mapped;
    }

    static V1.LineExplanation Map(LineExplanation explanation)
    {
        var mapped = new V1.LineExplanation
        {
            Line = explanation.Line,
            Role = Map(explanation.Role),
            RunnerUp = Map(explanation.RunnerUp),
            Margin = explanation.Margin,
        };
        Add(mapped.Features, explanation.Features, Map);
        return mapped;
    }

    internal static void Add<TFrom, TTo>(RepeatedField<TTo> to, IEnumerable<TFrom> from, Func<TFrom, TTo> map) =>
        to.AddRange(from.Select(map));

    // The generated setters refuse null: absent is not the same as empty.
    static void SetIfGiven(string? value, Action<string> set)
    {
        if (value is not null)
        {
            set(value);
        }
    }

    static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
