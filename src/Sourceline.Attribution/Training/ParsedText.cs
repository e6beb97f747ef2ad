using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Training;

/// <summary>A token of a parsed corpus.</summary>
/// <param name="Start">Its first character, in Unicode code points of the text.</param>
/// <param name="End">One past its last.</param>
/// <param name="Pos">Its part of speech.</param>
/// <param name="Entity">What it names.</param>
/// <param name="Head">The number of its head in the sentence, from 1; 0 for the root.</param>
/// <param name="Relation">How it depends on its head.</param>
internal sealed record ParsedToken(int Start, int End, PartOfSpeech Pos, EntityType Entity, int Head, Relation Relation);

/// <summary>A mention of somebody or something in a parsed corpus.</summary>
/// <param name="Sentence">The number of the sentence, from 0.</param>
/// <param name="First">The number of its first token in the sentence, from 0.</param>
/// <param name="Last">The number of its last token.</param>
/// <param name="Representative">Whether it is the fullest of its chain.</param>
internal sealed record ParsedMention(int Sentence, int First, int Last, bool Representative);

/// <summary>A text with the layer of a parser: what syntax is learned from.</summary>
internal sealed record ParsedText(string Name, string Text, IReadOnlyList<ParsedToken[]> Sentences, IReadOnlyList<ParsedMention[]> Chains);
