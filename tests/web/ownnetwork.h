#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTcpServer>
#include <QUdpSocket>

namespace stillpoint::test {

/// Puts this process, and all that it starts, into a network of its own, in which every address can be
/// written to and nobody answers. False, and nothing is changed, where the machine does not allow that.
/// Before the first thread.
bool enterOwnNetwork();

/// Notices whoever reaches out: every packet that this process and its children send, to any address, when
/// they have a network of their own; else what is sent to one TCP and UDP port of this machine.
class Listener
{
public:
    Listener();
    ~Listener();
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    bool isListening() const { return m_listening; }
    bool seesEverything() const { return m_packets >= 0; }
    /// "127.0.0.1:4711"
    QByteArray address(const char *host) const { return host + QByteArray(":") + QByteArray::number(port()); }
    quint16 port() const { return m_tcp.serverPort(); }
    /// Everything noticed since it was last asked.
    QStringList visits();

private:
    QTcpServer m_tcp;
    QUdpSocket m_udp;
    bool m_listening = false;
    int m_packets = -1;
    QStringList m_visits;
};

} // namespace stillpoint::test
