using System.Text;

namespace Sourceline.Tests.Newsrooms;

/// <summary>
/// Gives each test the console's output of its own work, though the console is one for the process: what is written goes to the writer of the
/// asynchronous flow that writes it, and to the real console where there is none.
/// </summary>
internal sealed class ConsoleCapture : IDisposable
{
    private static readonly Router Output = new(Console.Out);
    private static readonly Router Error = new(Console.Error);

    static ConsoleCapture()
    {
        Console.SetOut(Output);
        Console.SetError(Error);
    }

    private ConsoleCapture(TextWriter output, TextWriter error) =>
        (Output.Own, Error.Own) = (TextWriter.Synchronized(output), TextWriter.Synchronized(error));

    /// <summary>From here on what this flow, and all that it begins, writes to the console goes to these writers.</summary>
    public static ConsoleCapture Begin(TextWriter output, TextWriter error) => new(output, error);

    public void Dispose() => (Output.Own, Error.Own) = (null, null);

    private sealed class Router(TextWriter real) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> _own = new();

        public TextWriter? Own
        {
            get => _own.Value;
            set => _own.Value = value;
        }

        public override Encoding Encoding => real.Encoding;

        private TextWriter Target => Own ?? real;

        public override void Write(char value) => Target.Write(value);

        public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

        public override void Write(ReadOnlySpan<char> buffer) => Target.Write(buffer);

        public override void Write(string? value) => Target.Write(value);

        public override void WriteLine(string? value) => Target.WriteLine(value);

        public override void Flush() => Target.Flush();
    }
}
