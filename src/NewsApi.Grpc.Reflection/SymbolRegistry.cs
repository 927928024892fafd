using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>The files that services stand in, with all that these import, by their names and by what stands in them.</summary>
sealed class SymbolRegistry
{
    readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> _extensions = new(StringComparer.Ordinal);

    public SymbolRegistry(IEnumerable<FileDescriptor> files)
    {
        foreach (var file in files)
        {
            Add(file);
        }
    }

    public FileDescriptor? FileByName(string name) => _files.GetValueOrDefault(name);

    public FileDescriptor? FileContaining(string symbol) => _symbols.GetValueOrDefault(symbol);

    public FileDescriptor? FileContaining(string message, int extension) =>
        _extensions.GetValueOrDefault(message)?.GetValueOrDefault(extension);

    /// <summary>Null for a message that no file has.</summary>
    public IEnumerable<int>? ExtensionsOf(string message) =>
        !_symbols.ContainsKey(message) ? null
        : _extensions.TryGetValue(message, out var numbers) ? numbers.Keys
        : [];

    void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var import in file.Dependencies)
        {
            Add(import);
        }

        foreach (var service in file.Services)
        {
            _symbols[service.FullName] = file;
            foreach (var method in service.Methods)
            {
                _symbols[method.FullName] = file;
            }
        }

        foreach (var message in file.MessageTypes)
        {
            Add(message, file);
        }

        foreach (var type in file.EnumTypes)
        {
            Add(type, file);
        }

        Add(file.Extensions.UnorderedExtensions, file);
    }

    void Add(MessageDescriptor message, FileDescriptor file)
    {
        _symbols[message.FullName] = file;
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            _symbols[field.FullName] = file;
        }

        foreach (var choice in message.Oneofs)
        {
            _symbols[choice.FullName] = file;
        }

        foreach (var nested in message.NestedTypes)
        {
            Add(nested, file);
        }

        foreach (var type in message.EnumTypes)
        {
            Add(type, file);
        }

        Add(message.Extensions.UnorderedExtensions, file);
    }

    void Add(EnumDescriptor type, FileDescriptor file)
    {
        _symbols[type.FullName] = file;
        foreach (var value in type.Values)
        {
            _symbols[value.FullName] = file;
        }
    }

    void Add(IEnumerable<FieldDescriptor> extensions, FileDescriptor file)
    {
        foreach (var extension in extensions)
        {
            _symbols[extension.FullName] = file;
            if (!_extensions.TryGetValue(extension.ExtendeeType.FullName, out var numbers))
            {
                _extensions[extension.ExtendeeType.FullName] = numbers = [];
            }

            numbers[extension.FieldNumber] = file;
        }
    }
}
