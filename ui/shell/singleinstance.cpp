#include "ui/shell/singleinstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace stillpoint::ui {

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_name(QStringLiteral("stillpoint-") +
             QString::fromLatin1(
                 QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24)))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            socket->deleteLater();
        Q_EMIT raised();
    });
}

bool SingleInstance::raiseOther()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(500);
}

void SingleInstance::listen()
{
    // A socket left by a killed program refuses connections (asked before) and is in the way.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

} // namespace stillpoint::ui
