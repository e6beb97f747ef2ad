using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Sourceline.Bench;

/// <summary>An editor who withholds stories and releases them, over and over: how long the desk takes to answer.</summary>
internal static partial class ActLoad
{
    private const int Stories = 100;

    public static async Task<int> RunAsync(Uri site, string email, string password, string name, string[] numbers)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        await PostAsync(client, "/desk/sign-in", ("email", email), ("password", password));
        var times = new Times();
        foreach (var number in numbers.Take(Stories + 5))
        {
            foreach (var verb in (string[])["withhold", "release"])
            {
                var room = $"/desk/story/{number}/{verb}";
                var time = await PostAsync(client, room, ("Form.Reason", "A measurement."));
                if (number != numbers[0])
                    times.Add(time);
            }
        }
        Console.WriteLine(times.Line(name));
        return 0;
    }

    /// <summary>Fills in the form of a page and sends it; the time of the sending.</summary>
    private static async Task<TimeSpan> PostAsync(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var hidden = Hidden()
            .Matches(html)
            .Select(Field)
            .Where(field => field.Key is "Form.Revision" or "__RequestVerificationToken")
            .DistinctBy(field => field.Key);
        using var form = new FormUrlEncodedContent(hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync(new Uri(page, UriKind.Relative), form);
        var time = Stopwatch.GetElapsedTime(began);
        if (answer.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Redirect))
            throw new InvalidDataException($"{page} answered {(int)answer.StatusCode}.");
        return time;
    }

    private static KeyValuePair<string, string> Field(Match input) =>
        KeyValuePair.Create(Name().Match(input.Value).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(input.Value).Groups[1].Value));

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
