using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Sourceline.Tests.Newsrooms;

/// <summary>Keeps every log message, with its exception, so that a test can say what must not be in one.</summary>
public sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _messages = new();

    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>Whether the database's commands are kept as well; there are many.</summary>
    public bool WithCommands { get; set; }

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName == DbLoggerCategory.Database.Command.Name);

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private sealed class Recorder(RecordedLog log, bool isOfCommands) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!isOfCommands || log.WithCommands || logLevel >= LogLevel.Warning)
                log._messages.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}
