namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>How a token depends on its head: the Universal Dependencies (version 1) that matter for who says what, the rest merged.</summary>
internal enum Relation : byte
{
    /// <summary>Any that has no name here.</summary>
    Dep,

    Nsubj,
    NsubjPass,
    Csubj,
    Dobj,
    Iobj,
    Ccomp,
    Xcomp,
    Advcl,
    Acl,
    AclRelcl,
    Parataxis,
    Conj,
    Cc,
    Mark,
    Case,
    Nmod,
    NmodPoss,
    NmodTmod,
    Amod,
    Nummod,
    Det,
    Aux,
    AuxPass,
    Cop,
    Appos,
    Compound,
    CompoundPrt,
    Advmod,
    Punct,
    Mwe,
    Expl,

    /// <summary>The token has no head: everything else in its chunk depends on it.</summary>
    Root,
}

internal static class Relations
{
    /// <summary>Those that a token with a head can have: all but <see cref="Relation.Root"/>.</summary>
    public const int CountOfArcs = (int)Relation.Root;

    /// <summary>From the name of it in a parsed corpus; what is not known is <see cref="Relation.Dep"/>.</summary>
    public static Relation Of(string name) =>
        name switch
        {
            "nsubj" => Relation.Nsubj,
            "nsubjpass" => Relation.NsubjPass,
            "csubj" or "csubjpass" => Relation.Csubj,
            "dobj" => Relation.Dobj,
            "iobj" => Relation.Iobj,
            "ccomp" => Relation.Ccomp,
            "xcomp" => Relation.Xcomp,
            "advcl" => Relation.Advcl,
            "acl" => Relation.Acl,
            "acl:relcl" => Relation.AclRelcl,
            "parataxis" => Relation.Parataxis,
            "conj" => Relation.Conj,
            "cc" or "cc:preconj" => Relation.Cc,
            "mark" => Relation.Mark,
            "case" => Relation.Case,
            "nmod" => Relation.Nmod,
            "nmod:poss" => Relation.NmodPoss,
            "nmod:tmod" or "nmod:npmod" => Relation.NmodTmod,
            "amod" => Relation.Amod,
            "nummod" => Relation.Nummod,
            "det" or "det:predet" => Relation.Det,
            "aux" => Relation.Aux,
            "auxpass" => Relation.AuxPass,
            "cop" => Relation.Cop,
            "appos" => Relation.Appos,
            "compound" => Relation.Compound,
            "compound:prt" => Relation.CompoundPrt,
            "advmod" or "neg" => Relation.Advmod,
            "punct" => Relation.Punct,
            "mwe" => Relation.Mwe,
            "expl" => Relation.Expl,
            "root" => Relation.Root,
            _ => Relation.Dep,
        };
}
