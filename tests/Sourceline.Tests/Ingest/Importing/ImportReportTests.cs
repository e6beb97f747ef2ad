using System.Text.Json;
using Sourceline.Formats;
using Sourceline.Ingest.Importing;
using Sourceline.Tests.Archive;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class ImportReportTests
{
    [Theory]
    [InlineData(ImportResult.Stored, 0)]
    [InlineData(ImportResult.Skipped, 0)]
    [InlineData(ImportResult.Failed, 1)]
    [InlineData(ImportResult.Unreadable, 3)]
    internal void ExitCode_OfOneOutcome(ImportResult result, int code)
    {
        var report = new ImportReport(null);
        report.Add(Outcome(result));

        Assert.Equal(code, report.ExitCode);
    }

    [Fact]
    public void Add_ReasonWithEmail_LeavesItOut()
    {
        using var folder = new TestFolder();
        var path = folder.At("report.jsonl");
        using (var file = new ReportFile(path))
        {
            var report = new ImportReport(file);
            report.Add(
                Outcome(ImportResult.Failed) with
                {
                    Reason = "Key (Email)=(nan@mail.example) is taken.",
                    Notes = ["nan@mail.example wrote it."],
                }
            );
            file.WriteTotals(report);

            Assert.DoesNotContain("nan@", report.Text(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("nan@", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void ReportFile_HasALineForEachOutcomeAndTheTotals()
    {
        using var folder = new TestFolder();
        var path = folder.At("report.jsonl");
        using (var file = new ReportFile(path))
        {
            var report = new ImportReport(file);
            report.Add(Outcome(ImportResult.Stored) with { Number = 12 });
            report.Add(Outcome(ImportResult.Failed) with { Reason = "Broken." });
            file.WriteTotals(report);
        }

        var lines = File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal(12, lines[0].GetProperty("number").GetInt64());
        Assert.Equal(7, lines[1].GetProperty("line").GetInt64());
        Assert.Equal(2, lines[2].GetProperty("read").GetInt64());
        Assert.Equal(1, lines[2].GetProperty("failed").GetInt64());
    }

    [Fact]
    public void WriteTo_WhatAnEarlierRunHadDone_IsReadAndNotCountedForTheRate()
    {
        using var folder = new TestFolder();
        var path = folder.At("report.jsonl");
        using (var file = new ReportFile(path))
        {
            var report = new ImportReport(file);
            for (var i = 0; i < 500; i++)
                report.Add(Outcome(ImportResult.PassedOver));
            file.WriteTotals(report);

            Assert.Equal((500L, 0), (report.Read, report.ExitCode));
            Assert.Contains("500 done by an earlier run that was interrupted", report.Text(), StringComparison.Ordinal);
            Assert.Contains(" s, 0 items a second", report.Text(), StringComparison.Ordinal);
        }

        var lines = File.ReadAllLines(path);
        Assert.Equal("passedOver", JsonDocument.Parse(lines[0]).RootElement.GetProperty("outcome").GetString());
        Assert.Equal(500, JsonDocument.Parse(lines[500]).RootElement.GetProperty("passedOver").GetInt64());
    }

    [Fact]
    public void WriteTo_ManyOfOneReason_NamesItOnceWithTheFirstPlaces()
    {
        var report = new ImportReport(null);
        for (var i = 0; i < 50; i++)
            report.Add(Outcome(ImportResult.Failed) with { Reason = "The server cannot be reached." });

        var text = report.Text();

        Assert.Contains("failed: 50 The server cannot be reached.", text, StringComparison.Ordinal);
        Assert.Contains("and 47 more", text, StringComparison.Ordinal);
    }

    private static ImportOutcome Outcome(ImportResult result) => new("a.xml", new Position(7, 1), "1", result);
}
