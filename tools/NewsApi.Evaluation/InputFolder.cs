using NewsApi.Evaluation.Annotations;

namespace NewsApi.Evaluation;

/// <summary>Folders of pages and annotations: which documents they hold.</summary>
static class InputFolder
{
    /// <summary>The names of the files that end in a suffix, without it, in the order of code points.</summary>
    public static IReadOnlyList<string> Names(string folder, string suffix)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"{folder}: no such folder");
        }
        return
        [
            .. Directory
                .EnumerateFiles(folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => name.EndsWith(suffix, StringComparison.Ordinal))
                .Select(name => name[..^suffix.Length])
                .Order(CodePointOrder.Instance),
        ];
    }

    /// <summary>As <see cref="Names"/>, where a folder without such files is an error.</summary>
    public static IReadOnlyList<string> RequiredNames(string folder, string suffix)
    {
        var names = Names(folder, suffix);
        return names.Count > 0 ? names : throw new InputException($"{folder}: no *{suffix} in this folder");
    }
}
