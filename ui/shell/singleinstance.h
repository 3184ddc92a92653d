#pragma once

#include <QLocalServer>

namespace stillpoint::ui {

/// One window per data folder: a second start raises the first one.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    /// True when another window has this folder; it was asked to come to the front.
    bool raiseOther();
    void listen();

Q_SIGNALS:
    void raised(); ///< another start asks for this window

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace stillpoint::ui
