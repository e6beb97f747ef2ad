using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Archive;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.EventLog;

namespace Sourceline.Tests.Archive;

public sealed class ImportCommandTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Import_EmptyPath_IsWrongUse(string path)
    {
        using var said = new StringWriter();
        var output = new InvocationConfiguration { Error = said, Output = said };

        Assert.NotEqual(
            0,
            await ImportCommand.Create(Program.Add).Parse([path]).InvokeAsync(output, TestContext.Current.CancellationToken)
        );

        Assert.Contains("A PATH is empty", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhatFollowsBreaks_StoresAndReportsAllTheSame()
    {
        using var folder = new TestFolder();
        var (input, report) = (
            folder.Write("one.jsonl", """{"uri":"urn:one","headline":"One","body_text":"The pier is shut."}"""),
            folder.At("report.jsonl")
        );
        var command = ImportCommand.Create(builder =>
        {
            Program.Add(builder);
            builder.Services.AddSingleton<Projection, Broken>();
        });

        var code = await command
            .Parse([input, "--data", folder.At("data"), "--report", report])
            .InvokeAsync(new InvocationConfiguration(), TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Contains("stored", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>As where the database goes away: EF Core says so in an exception that is none of the database's own.</summary>
    private sealed class Broken(NewsDbFactory dbs) : InlineProjection(dbs)
    {
        public override string Name => "breaks";

        public override string Title => "what breaks";

        public override Task<TimeSpan?> FollowAsync(Task until, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("lost");

        public override Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken) =>
            Task.FromResult("nothing");

        public override Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken) => Task.FromResult("nothing");
    }
}
