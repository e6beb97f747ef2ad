using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Names;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Given names that are plain words as well, and the commonest ones of scripts without capitals.</summary>
internal static class GivenNames
{
    public static readonly FrozenSet<string> Words = WordSet.Of(
        "grace faith chase hunter mason carter cooper parker porter taylor tyler baker archer sailor ginger amber ruby pearl crystal coral heather hazel holly "
            + "violet daisy poppy olive laurel jasmine summer autumn april august justice honor honour mercy patience charity prudence constance victor chance "
            + "angel sterling bishop major marshal marshall dean duke prince earnest frank grant drew clay cliff heath forest forrest reed brook brooke robin jackson"
    );

    private static readonly FrozenSet<string> He = WordSet.Of(
        "james john robert michael william david richard joseph thomas charles daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald "
            + "timothy jason jeffrey jeff jacob gary nicholas nick eric jonathan stephen larry scott brandon benjamin ben samuel gregory greg alexander patrick jack dennis jerry tom tim jim joe mike "
            + "bob bill dan ted rick ron ken steve dave matt tony pete peter henry harry simon martin adam philip phil alan ian keith graham neil stuart colin nigel trevor barry derek gareth liam sean declan "
            + "hans karl klaus jürgen wolfgang stefan dieter helmut werner günter fritz otto lars sven olaf erik nils bjørn björn magnus anders henrik mikael jens jan piet pieter dirk willem joop kees "
            + "jean pierre jacques françois laurent alain bernard didier olivier thierry antoine luc emmanuel juan josé carlos luis miguel jorge pedro pablo fernando alejandro diego ricardo eduardo sergio "
            + "javier manuel raúl joão paulo antónio rui marco luca giovanni giuseppe paolo roberto matteo lorenzo ivan sergei dmitry vladimir alexei mikhail nikolai boris oleg igor yuri viktor pavel anton maxim "
            + "andrei oleh volodymyr petro mykola vasyl dmytro janko milan zoran goran dragan marek piotr tomasz krzysztof andrzej jerzy mohammed muhammad mohamed ahmed ahmad ali hassan hussein omar khalid "
            + "ibrahim yusuf youssef mustafa mehmet karim samir tariq hamid abdul abdullah rashid faisal salem saleh walid reza hossein amir farhad bahram rahul amit rajesh sanjay vijay arun raj ravi suresh narendra "
            + "kenji hiroshi takashi satoshi kazuo shinzo kofi kwame kwesi emeka chidi tunde musa themba sipho thabo cyril juma joko budi"
    );

    private static readonly FrozenSet<string> She = WordSet.Of(
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca "
            + "sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia "
            + "victoria lauren christina joan evelyn judith megan cheryl hannah jacqueline martha gloria teresa ann anne sara madison kathryn janice alice julia judy sophia hillary claire fiona gillian "
            + "tracey rosemary eleanor lucy charlotte jane kate katie alison moira siobhan aoife ingrid astrid greta birgit heike ursula sabine petra monika renate gudrun elin karin kristina marta lena ida "
            + "tove sigrid solveig marie nathalie isabelle sylvie françoise brigitte chantal céline ségolène carmen ana maría lucía elena rosa isabel pilar dolores sofia giulia francesca chiara giorgia olga natalia "
            + "svetlana irina tatiana ekaterina oksana yulia olena kateryna iryna agnieszka katarzyna małgorzata ewa fatima aisha khadija mariam maryam leila layla zainab amina nadia samira huda noor farah shirin parisa "
            + "priya anjali sunita lakshmi deepa kavita yuki yoko keiko akiko sakura mei amara ngozi chioma wanjiru nomsa zanele mary-jane dewi siti"
    );

    /// <summary>What a given name tells of the pronouns that go with it; unknown for most.</summary>
    public static Gender Of(string lower) =>
        He.Contains(lower) ? Gender.He
        : She.Contains(lower) ? Gender.She
        : Gender.Unknown;

    public static readonly FrozenSet<string> Persian = WordSet.Of(
        "محمد علی حسن حسین احمد رضا مهدی امیر سامان بهرام سارا مریم فاطمه زهرا زهره نرگس لیلا شیرین پروین مینا نسرین کاوه آرش بابک داریوش فرهاد "
            + "جواد اکبر اصغر محمود مسعود سعید حمید مجید ناصر نادر یوسف ابراهیم اسماعیل عباس کریم رحیم مهستی پریسا نازنین سیما آزاده محسن بهمن جمشید"
    );

    public static readonly FrozenSet<string> Arabic = WordSet.Of(
        "محمد أحمد محمود علي حسن حسين سالم سليم خالد عمر عثمان يوسف إبراهيم إسماعيل عبد سعيد كريم مصطفى طارق زياد فادي سمير نبيل جمال كمال وليد رامي "
            + "مريم فاطمة ليلى زينب سارة نور هدى سلمى رنا عائشة خديجة أمينة إلياس جورج ميشال ماجد ناصر فيصل سلطان راشد حمد"
    );
}
