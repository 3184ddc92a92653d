#pragma once

#include <QMenu>

namespace stillpoint::ui {

/// The encodings in which an article's file can be read; the one in use is ticked.
class EncodingMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit EncodingMenu(QWidget *parent);
    /// `read`: in which the file was read; `chosen`: the same when the person chose it, else empty.
    void setEncoding(const QString &read, const QString &chosen);

Q_SIGNALS:
    void wanted(const QString &code); ///< empty: as the bytes say

private:
    QAction *m_asGuessed;
};

} // namespace stillpoint::ui
