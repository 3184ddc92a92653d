#pragma once

#include <QList>
#include <QString>

namespace stillpoint {

/// A way to write letters as bytes that a person may say a file is written in.
struct TextEncoding
{
    QString code; ///< as QStringDecoder knows it
    QString name; ///< as people know it, translated
};

/// In the order to be shown in, related ones side by side.
QList<TextEncoding> textEncodings();
bool isTextEncoding(const QString &code);
/// The name of one of them; of any other its code.
QString textEncodingName(const QString &code);

} // namespace stillpoint
