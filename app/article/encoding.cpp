#include "app/article/encoding.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Article", text);
}

QString normalisedLines(QString text)
{
    if (text.startsWith(QChar(0xfeff)))
        text.remove(0, 1);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    text.replace(QChar(0x2028), QLatin1Char('\n'));
    text.replace(QChar(0x2029), QLatin1Char('\n'));
    return text;
}

std::optional<QStringConverter::Encoding> byteOrderMark(const QByteArray &bytes)
{
    const std::optional<QStringConverter::Encoding> found = QStringConverter::encodingForData(bytes);
    // encodingForData also guesses UTF-16 from a first NUL; only a mark counts here.
    const bool marked = bytes.startsWith("\xef\xbb\xbf") || bytes.startsWith("\xff\xfe") ||
                        bytes.startsWith("\xfe\xff") || bytes.startsWith(QByteArray("\0\0\xfe\xff", 4));
    return marked ? found : std::nullopt;
}

struct Decoding
{
    QString text;
    bool clean = false;
};

Decoding decodeAs(const char *name, const QByteArray &bytes)
{
    QStringDecoder decoder(name, QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return {};
    Decoding result{decoder(bytes), false};
    result.clean = !decoder.hasError() && !result.text.contains(QChar::ReplacementCharacter);
    return result;
}

/// How a double-byte set uses its bytes. `lead` are the first bytes of everyday characters.
struct DoubleByteSet
{
    const char *name;
    uchar leadFrom, leadTo;   ///< every valid first byte
    uchar trailFrom, trailTo; ///< every valid second byte
    uchar everydayFrom, everydayTo;
    uchar singleFrom, singleTo; ///< single high bytes that stand for themselves; 0 when none
};

// Everyday: GB 2312 level 1, Big5 level 1, Hangul of KS X 1001, kana and level 1 of JIS X 0208.
constexpr std::array<DoubleByteSet, 5> doubleByteSets{{
    {"EUC-JP", 0xa1, 0xfe, 0xa1, 0xfe, 0xa4, 0xa5, 0, 0},
    {"EUC-KR", 0xa1, 0xfd, 0xa1, 0xfe, 0xb0, 0xc8, 0, 0},
    {"GBK", 0x81, 0xfe, 0x40, 0xfe, 0xb0, 0xd7, 0, 0},
    {"Big5", 0xa1, 0xf9, 0x40, 0xfe, 0xa4, 0xc6, 0, 0},
    {"Shift_JIS", 0x81, 0xfc, 0x40, 0xfc, 0x82, 0x97, 0xa1, 0xdf},
}};

/// Share of the high bytes that pair up to everyday characters of the set, 0 to 1.
double everydayShare(const QByteArray &bytes, const DoubleByteSet &set)
{
    qsizetype high = 0;
    qsizetype everyday = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<uchar>(bytes[i]);
        if (lead < 0x80)
            continue;
        if (set.singleFrom != 0 && lead >= set.singleFrom && lead <= set.singleTo) {
            ++high;
            continue;
        }
        const auto trail = i + 1 < bytes.size() ? static_cast<uchar>(bytes[i + 1]) : uchar{0};
        const bool pair =
            lead >= set.leadFrom && lead <= set.leadTo && trail >= set.trailFrom && trail <= set.trailTo;
        high += pair ? 2 : 1;
        if (pair) {
            ++i;
            if (lead >= set.everydayFrom && lead <= set.everydayTo)
                everyday += 2;
        }
    }
    return high == 0 ? 0 : static_cast<double>(everyday) / static_cast<double>(high);
}

/// The set in which most high bytes are everyday characters. Japanese (a third of kana) and Korean are asked
/// first: their letters use a part of the range of Chinese ones, never the other way round.
const char *guessedSet(const QByteArray &bytes)
{
    const auto high =
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<uchar>(c) >= 0x80; });
    const char *best = "windows-1252";
    double bestShare = 0.6;
    if (high < 8)
        return best;
    if (everydayShare(bytes, doubleByteSets[0]) > 0.3)
        return doubleByteSets[0].name;
    if (everydayShare(bytes, doubleByteSets[1]) > 0.9)
        return doubleByteSets[1].name;
    for (std::size_t i = 2; i < doubleByteSets.size(); ++i) {
        const double share = everydayShare(bytes, doubleByteSets[i]);
        if (share > bestShare) {
            best = doubleByteSets[i].name;
            bestShare = share;
        }
    }
    return best;
}

/// UTF-8 with a few broken places is still UTF-8: most high bytes belong to whole characters.
bool isMostlyUtf8(const QString &text)
{
    qsizetype good = 0;
    qsizetype bad = 0;
    for (const QChar c : text) {
        if (c == QChar::ReplacementCharacter)
            ++bad;
        else if (c.unicode() >= 0x80)
            ++good;
    }
    return good > 2 * bad;
}

} // namespace

DecodedText decodeText(const QByteArray &bytes)
{
    DecodedText result;
    if (const auto marked = byteOrderMark(bytes)) {
        QStringDecoder decoder(*marked);
        result.text = normalisedLines(decoder(bytes));
        result.encoding = QStringConverter::nameForEncoding(*marked);
        return result;
    }
    result.binary = bytes.contains('\0');
    if (result.binary)
        return result;
    const Decoding utf8 = decodeAs("UTF-8", bytes);
    result.encoding = "UTF-8";
    if (utf8.clean) {
        result.text = normalisedLines(utf8.text);
        return result;
    }
    if (isMostlyUtf8(utf8.text)) {
        result.text = normalisedLines(utf8.text);
        result.issues.append({0, ArticleIssue::Severity::Warning,
                              tr("Some characters of this file are damaged. They are shown as \ufffd; "
                                 "everything else is as written.")});
        return result;
    }
    result.encoding = guessedSet(bytes);
    result.text = normalisedLines(decodeAs(result.encoding.constData(), bytes).text);
    result.issues.append(
        {0, ArticleIssue::Severity::Note,
         tr("This file does not say how its letters are encoded. It was read as %1; if letters "
            "look wrong, save the file as UTF-8.")
             .arg(QLatin1String(result.encoding))});
    return result;
}

} // namespace stillpoint
