#include "app/article/encoding.h"

#include "app/article/charsetguess.h"
#include "app/base/textencodings.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Article", text);
}

QString normalisedLines(QString text)
{
    while (text.startsWith(QChar(0xfeff)))
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

/// UTF-16 that does not say so: every NUL is the empty half of a character, and no other control character
/// comes of it. Binary files have NULs anywhere.
std::optional<QStringConverter::Encoding> unmarkedUtf16(const QByteArray &bytes)
{
    if (bytes.size() % 2 != 0)
        return std::nullopt;
    qsizetype nuls[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\0')
            ++nuls[i % 2];
    }
    if (nuls[0] > 0 && nuls[1] > 0)
        return std::nullopt;
    const auto encoding = nuls[0] > 0 ? QStringConverter::Utf16BE : QStringConverter::Utf16LE;
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    const bool isText = !decoder.hasError() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == QChar::ReplacementCharacter || c.category() == QChar::Other_NotAssigned ||
               (c.category() == QChar::Other_Control && !c.isSpace());
    });
    return isText ? std::optional<QStringConverter::Encoding>(encoding) : std::nullopt;
}

/// Whether a line is UTF-8 within a file that is not: in the single-byte sets nobody writes such letters one
/// after the other; in the double-byte sets two letters of three bytes are proof enough.
bool isUtf8Line(QByteArrayView line)
{
    qsizetype wide = 0;
    qsizetype narrow = 0;
    for (const char c : line) {
        wide += (static_cast<uchar>(c) & 0xf0U) == 0xe0U ? 1 : 0;
        narrow += (static_cast<uchar>(c) & 0xe0U) == 0xc0U ? 1 : 0;
    }
    if (wide < 2 || narrow > 0)
        return false;
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    return !QString(decoder(line)).contains(QChar::ReplacementCharacter) && !decoder.hasError();
}

/// Decodes line by line, since lines of UTF-8 may stand between those of another encoding.
QString decodeMixed(const QByteArray &bytes, const QByteArray &charset)
{
    QStringDecoder other(charset.constData(), QStringConverter::Flag::Stateless);
    QString text;
    for (qsizetype start = 0; start < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', start);
        const qsizetype end = newline < 0 ? bytes.size() : newline + 1;
        const QByteArrayView line = QByteArrayView(bytes).sliced(start, end - start);
        text += isUtf8Line(line) ? QString::fromUtf8(line) : QString(other(line));
        start = end;
    }
    return text;
}

/// Exactly as the person says; but where the file is a mixture, its lines of UTF-8 stay what they are.
QString asChosen(const QByteArray &bytes, const QByteArray &encoding)
{
    const bool isMixture = !encoding.startsWith("UTF-") && !bytes.isValidUtf8();
    if (isMixture)
        return decodeMixed(bytes, encoding);
    QStringDecoder decoder(encoding.constData(), QStringConverter::Flag::Stateless);
    return decoder(bytes);
}

ArticleIssue guessIssue(const QByteArray &encoding)
{
    return {0, ArticleIssue::Severity::Warning,
            tr("This file does not say how its letters are encoded. It was read as %1; if letters "
               "look wrong, choose another encoding.")
                .arg(textEncodingName(QString::fromLatin1(encoding)))};
}

} // namespace

DecodedText decodeText(const QByteArray &bytes, const QString &chosen)
{
    DecodedText result;
    if (isTextEncoding(chosen)) {
        result.encoding = chosen.toLatin1();
        result.text = normalisedLines(asChosen(bytes, result.encoding));
        return result;
    }
    if (const auto marked = byteOrderMark(bytes)) {
        QStringDecoder decoder(*marked);
        result.text = normalisedLines(decoder(bytes));
        result.encoding = QStringConverter::nameForEncoding(*marked);
        return result;
    }
    if (bytes.contains('\0')) {
        const auto utf16 = unmarkedUtf16(bytes);
        result.binary = !utf16;
        if (utf16) {
            QStringDecoder decoder(*utf16);
            result.text = normalisedLines(decoder(bytes));
            result.encoding = QStringConverter::nameForEncoding(*utf16);
            result.doubt = guessIssue(result.encoding);
        }
        return result;
    }
    result.encoding = "UTF-8";
    const QString utf8 = QString::fromUtf8(bytes);
    if (bytes.isValidUtf8()) {
        result.text = normalisedLines(utf8);
        return result;
    }
    if (isMostlyUtf8(utf8)) {
        result.text = normalisedLines(utf8);
        result.doubt = ArticleIssue{0, ArticleIssue::Severity::Warning,
                                    tr("Some characters of this file are damaged. They are shown as \ufffd; "
                                       "everything else is as written.")};
        return result;
    }
    result.encoding = guessedCharset(bytes);
    result.text = normalisedLines(decodeMixed(bytes, result.encoding));
    result.doubt = guessIssue(result.encoding);
    return result;
}

} // namespace stillpoint
