#include "app/article/charsetguess.h"

#include <QStringDecoder>

#include <array>
#include <cmath>

namespace stillpoint {

namespace {

enum class Script { Latin, Cyrillic, Greek, Hebrew, Arabic, Thai, Chinese, Japanese, Korean };

/// A language written in an encoding: its letters beyond ASCII, the commonest first.
struct Profile
{
    const char *charset;
    Script script;
    const char16_t *letters;
};

constexpr const char16_t *russian = u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ";
constexpr const char16_t *ukrainian = u"оаинівтереслкдмупязьбгчйхцїжєюшщфґ";
constexpr const char16_t *southSlavic = u"čšžćđ";
constexpr const char16_t *czech = u"íáéěřýžčšůúňťďóôľä";
constexpr const char16_t *polish = u"łąęóśżćńź";
constexpr const char16_t *hungarian = u"áéóőöíüúű";
constexpr const char16_t *japanese = u"のにはをたがでてとしれさいうすなかこりくもるあっよきんまらどせけつちン"
                                     u"スルトリアイクーラッドシ日本人大年一国会";

/// The first one is taken when no other is clearly likelier.
constexpr std::array profiles{
    Profile{"windows-1252", Script::Latin, u"éèàêçôûîâùëïœ"},
    Profile{"windows-1252", Script::Latin, u"üäöß"},
    Profile{"windows-1252", Script::Latin, u"óíáéñúü"},
    Profile{"windows-1252", Script::Latin, u"ãçáéíóõâêúà"},
    Profile{"windows-1252", Script::Latin, u"åäöøæéü"},
    Profile{"windows-1252", Script::Latin, u"áíðóéæþúöý"},
    Profile{"windows-1250", Script::Latin, southSlavic},
    Profile{"windows-1250", Script::Latin, czech},
    Profile{"windows-1250", Script::Latin, polish},
    Profile{"windows-1250", Script::Latin, hungarian},
    Profile{"windows-1250", Script::Latin, u"ăîâşţ"},
    Profile{"ISO-8859-2", Script::Latin, southSlavic},
    Profile{"ISO-8859-2", Script::Latin, czech},
    Profile{"ISO-8859-2", Script::Latin, polish},
    Profile{"windows-1254", Script::Latin, u"ıüşğçöİâî"},
    Profile{"windows-1251", Script::Cyrillic, russian},
    Profile{"windows-1251", Script::Cyrillic, ukrainian},
    Profile{"windows-1251", Script::Cyrillic, u"аоиетнрсвлкдпмзябгучъцжшщюйхфь"},
    Profile{"windows-1251", Script::Cyrillic, u"аоиенрјтсукдвмлпзгбњљхчћцђшжџф"},
    Profile{"KOI8-R", Script::Cyrillic, russian},
    Profile{"KOI8-U", Script::Cyrillic, ukrainian},
    Profile{"windows-1253", Script::Greek, u"αοιετσνηυρπκμλςωγδχθφόίάέήύώβξζψϊ"},
    Profile{"windows-1255", Script::Hebrew, u"יוהלאמרתבשנעםדקחפטכגצזסןץךף"},
    Profile{"windows-1256", Script::Arabic, u"اليمونرتبةعدسفهكقأحجشطصخىذضزثئءغظإآؤ"},
    Profile{"windows-1256", Script::Arabic, u"ايرندهمتوبسشکزگخفقحپعچجلصطغآضثژ"},
    Profile{"windows-874", Script::Thai, u"านรอกเงมยลวดทสตะั่้ิีุ์ปบคหแจพชขใไโื็ูึผถฟศซธณฐษภฉญฎำ"},
    Profile{"EUC-JP", Script::Japanese, japanese},
    Profile{"Shift_JIS", Script::Japanese, japanese},
    Profile{
        "windows-949", Script::Korean,
        u"이다는을의에가고은지기로하한를서도사인자대리시어있일해그나정스부아보으수제주게장전상과만성비여"},
    Profile{"GB18030", Script::Chinese,
            u"的一是不了在人有我他这中大来上个国和到说们为子地出道也时年得就那要下以生会自着去之过家学对可里"
            u"后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三"},
    Profile{"Big5", Script::Chinese,
            u"的一是不了在人有我他這中大來上個國和到說們為子地出道也時年得就那要下以生會自著去之過家學對可裡"
            u"後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三"},
};

// Natural logarithms of how likely a character is.
constexpr double ascii = -3;
constexpr double punctuation = -4.6;
constexpr double rareLetter = -7;
constexpr double stranger = -9;
constexpr double nonsense = -12;

bool isEastAsian(Script script)
{
    return script == Script::Chinese || script == Script::Japanese || script == Script::Korean;
}

/// Of a letter that is not in the profile's list.
double otherLetter(Script script, char16_t c)
{
    constexpr double ideograph = -8.7;
    const QChar::Script actual = QChar::script(c);
    const bool isKana = actual == QChar::Script_Hiragana || actual == QChar::Script_Katakana;
    switch (script) {
    case Script::Latin:
        return actual == QChar::Script_Latin ? rareLetter : stranger;
    case Script::Cyrillic:
        return actual == QChar::Script_Cyrillic ? rareLetter : stranger;
    case Script::Greek:
        return actual == QChar::Script_Greek ? rareLetter : stranger;
    case Script::Hebrew:
        return actual == QChar::Script_Hebrew ? rareLetter : stranger;
    case Script::Arabic:
        return actual == QChar::Script_Arabic ? rareLetter : stranger;
    case Script::Thai:
        return actual == QChar::Script_Thai ? rareLetter : stranger;
    case Script::Chinese:
        return actual == QChar::Script_Han ? ideograph : nonsense;
    case Script::Japanese:
        // Half-width katakana are single bytes that much else is mistaken for.
        return isKana ? (c >= 0xff61 ? stranger : -6) : actual == QChar::Script_Han ? ideograph : nonsense;
    case Script::Korean:
        break;
    }
    return actual == QChar::Script_Hangul ? -8 : nonsense;
}

bool isPunctuation(char16_t c)
{
    static const QString common = QStringLiteral("\u00a0«»°©®·•–—‘’“”„…€£§´¿¡×½™");
    return common.contains(QChar(c));
}

/// How likely the text is in the profile's language, as a logarithm.
double likelihood(const QString &text, const Profile &profile)
{
    const QString letters = QString::fromUtf16(profile.letters);
    const double mass = isEastAsian(profile.script) ? 0.45 : 0.9;
    // The n-th commonest letter is about 1/(n + 3) as frequent.
    double harmonic = 0;
    for (qsizetype i = 0; i < letters.size(); ++i)
        harmonic += 1.0 / static_cast<double>(i + 3);
    double sum = 0;
    QChar before;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const qsizetype rank = code < 0x80 ? -1 : letters.indexOf(c);
        const qsizetype lowerRank = code < 0x80 || rank >= 0 ? rank : letters.indexOf(c.toLower());
        if (code < 0x80)
            sum += ascii;
        else if (lowerRank >= 0)
            sum += std::log(mass / harmonic / static_cast<double>(lowerRank + 3)) - (rank < 0 ? 2 : 0);
        else if (c == QChar::ReplacementCharacter || c.category() == QChar::Other_Control ||
                 c.category() == QChar::Other_PrivateUse || c.category() == QChar::Other_NotAssigned)
            sum += nonsense;
        else if (isPunctuation(code) || (isEastAsian(profile.script) && c.isPunct()))
            sum += punctuation;
        else
            sum += c.isLetter() || c.isMark() ? otherLetter(profile.script, code) : stranger;
        if (code >= 0x80 && c.isUpper() && before.isLower())
            sum -= 5;
        if (code >= 0x80 && c.isLetter() && profile.script != Script::Latin && before.unicode() < 0x80 &&
            before.isLetter() && !isEastAsian(profile.script))
            sum -= 3;
        before = c;
    }
    return sum;
}

/// Enough lines with bytes beyond ASCII to judge by.
QByteArray sampleOf(const QByteArray &bytes)
{
    constexpr qsizetype enough = qsizetype{16} * 1024;
    QByteArray sample;
    for (qsizetype start = 0; start < bytes.size() && sample.size() < enough;) {
        const qsizetype newline = bytes.indexOf('\n', start);
        const qsizetype end = newline < 0 ? bytes.size() : newline + 1;
        const QByteArrayView line = QByteArrayView(bytes).sliced(start, qMin(end - start, enough));
        for (const char c : line) {
            if (static_cast<uchar>(c) >= 0x80) {
                sample += line;
                break;
            }
        }
        start = end;
    }
    return sample;
}

} // namespace

QByteArray guessedCharset(const QByteArray &bytes)
{
    constexpr double clearly = 3;
    const QByteArray sample = sampleOf(bytes);
    QByteArray best = profiles.front().charset;
    double bestLikelihood = 0;
    bool isFirst = true;
    QByteArray decodedAs;
    QString text;
    for (const Profile &profile : profiles) {
        if (decodedAs != profile.charset) {
            QStringDecoder decoder(profile.charset, QStringConverter::Flag::Stateless);
            decodedAs = profile.charset;
            text = decoder.isValid() ? QString(decoder(sample)) : QString();
        }
        if (text.isEmpty())
            continue;
        const double found = likelihood(text, profile);
        const double needed = best == profile.charset ? bestLikelihood : bestLikelihood + clearly;
        if (isFirst || found > needed) {
            best = profile.charset;
            bestLikelihood = found;
            isFirst = false;
        }
    }
    return best;
}

} // namespace stillpoint
