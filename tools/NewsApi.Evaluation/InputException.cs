namespace NewsApi.Evaluation;

/// <summary>
/// What was given cannot be used: a folder that is missing, a file that cannot be read. The message names the file, the place where there
/// is one, and the reason; it is shown to the user as it is.
/// </summary>
public sealed class InputException(string message, Exception? inner = null) : Exception(message, inner);
