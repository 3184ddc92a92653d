#include "tests/web/ownnetwork.h"

#include <QHostAddress>

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <linux/if_ether.h>
#include <linux/if_link.h>
#include <linux/if_packet.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <net/route.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stillpoint::test {

namespace {

bool wrote(const char *file, const QByteArray &text)
{
    const int to = ::open(file, O_WRONLY | O_CLOEXEC);
    const bool done = to >= 0 && ::write(to, text.constData(), size_t(text.size())) == text.size();
    ::close(to);
    return done;
}

/// A netlink message that grows by attributes.
class Message
{
public:
    explicit Message(quint16 type)
    {
        m_bytes.fill('\0', NLMSG_LENGTH(sizeof(ifinfomsg)));
        head()->nlmsg_type = type;
        head()->nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
    }
    void add(quint16 type, const QByteArray &value)
    {
        rtattr attribute{};
        attribute.rta_type = type;
        attribute.rta_len = static_cast<quint16>(RTA_LENGTH(size_t(value.size())));
        m_bytes.append(reinterpret_cast<const char *>(&attribute), sizeof attribute).append(value);
        m_bytes.append(qsizetype(RTA_ALIGN(m_bytes.size())) - m_bytes.size(), '\0');
    }
    /// Attributes that are added from here on lie in one of this type, until close().
    qsizetype open(quint16 type)
    {
        add(type, {});
        return m_bytes.size() - qsizetype(sizeof(rtattr));
    }
    void close(qsizetype at)
    {
        const auto length = static_cast<quint16>(m_bytes.size() - at);
        std::memcpy(m_bytes.data() + at, &length, sizeof length);
    }
    void addHeader() { m_bytes.append(qsizetype(sizeof(ifinfomsg)), '\0'); }
    bool send()
    {
        head()->nlmsg_len = quint32(m_bytes.size());
        const int netlink = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
        std::array<char, 512> answer{};
        const bool answered =
            ::send(netlink, m_bytes.constData(), size_t(m_bytes.size()), 0) > 0 &&
            ::recv(netlink, answer.data(), answer.size(), 0) >= ssize_t(NLMSG_LENGTH(sizeof(int)));
        ::close(netlink);
        int error = -1;
        std::memcpy(&error, answer.data() + NLMSG_HDRLEN, sizeof error);
        return answered && error == 0;
    }

private:
    nlmsghdr *head() { return reinterpret_cast<nlmsghdr *>(m_bytes.data()); }

    QByteArray m_bytes;
};

constexpr char cable[] = "sp0";

/// Two ends of a cable: what Chromium takes for a way out, unlike the loopback.
bool laidCable()
{
    Message message(RTM_NEWLINK);
    message.add(IFLA_IFNAME, QByteArray(cable, sizeof cable));
    const qsizetype info = message.open(IFLA_LINKINFO);
    message.add(IFLA_INFO_KIND, "veth");
    const qsizetype data = message.open(IFLA_INFO_DATA);
    const qsizetype peer = message.open(VETH_INFO_PEER);
    message.addHeader();
    message.add(IFLA_IFNAME, QByteArray("sp1", 4));
    message.close(peer);
    message.close(data);
    message.close(info);
    return message.send();
}

ifreq requestFor(const char *device)
{
    ifreq request{};
    std::strncpy(request.ifr_name, device, IFNAMSIZ - 1);
    return request;
}

bool raised(int control, const char *device)
{
    ifreq request = requestFor(device);
    request.ifr_flags = IFF_UP | IFF_RUNNING | IFF_NOARP | IFF_MULTICAST;
    return ::ioctl(control, SIOCSIFFLAGS, &request) == 0;
}

/// The loopback up, and a way to every address: over a cable, or where there is none over the loopback.
bool laidOut()
{
    const int control = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool wired = laidCable() && raised(control, cable) && raised(control, "sp1");
    QByteArray device = wired ? cable : "lo";
    ifreq address = requestFor(cable);
    sockaddr_in own{};
    own.sin_family = AF_INET;
    ::inet_pton(AF_INET, "10.0.0.2", &own.sin_addr);
    std::memcpy(&address.ifr_addr, &own, sizeof own);
    rtentry route{};
    route.rt_dst.sa_family = AF_INET;
    route.rt_genmask.sa_family = AF_INET;
    route.rt_flags = RTF_UP;
    route.rt_dev = device.data();
    const bool done = raised(control, "lo") && (!wired || ::ioctl(control, SIOCSIFADDR, &address) == 0) &&
                      ::ioctl(control, SIOCADDRT, &route) == 0;
    ::close(control);
    const int six = ::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (six >= 0) { // a machine without IPv6 needs no way there
        in6_rtmsg way{};
        way.rtmsg_flags = RTF_UP;
        way.rtmsg_metric = 1;
        way.rtmsg_ifindex = int(::if_nametoindex(device.constData()));
        (void)::ioctl(six, SIOCADDRT, &way);
        ::close(six);
    }
    return done;
}

int packetSocket()
{
    return ::socket(AF_PACKET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, htons(ETH_P_ALL));
}

bool enter()
{
    const QByteArray user = QByteArray::number(::geteuid());
    const QByteArray group = QByteArray::number(::getegid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0 || !wrote("/proc/self/setgroups", "deny") ||
        !wrote("/proc/self/uid_map", user + ' ' + user + " 1") ||
        !wrote("/proc/self/gid_map", group + ' ' + group + " 1") || !laidOut())
        return false;
    const int packets = packetSocket();
    ::close(packets);
    return packets >= 0;
}

/// "protocol 6 to 192.0.2.7 port 80"
QString destination(const QByteArray &packet)
{
    const auto at = [&packet](qsizetype i) { return i < packet.size() ? quint8(packet.at(i)) : quint8(0); };
    const bool v6 = at(0) >> 4 == 6;
    const qsizetype header = v6 ? 40 : 4 * (at(0) & 15);
    std::array<char, INET6_ADDRSTRLEN> address{};
    const QByteArray bytes = packet.mid(v6 ? 24 : 16, v6 ? 16 : 4);
    if (bytes.size() == (v6 ? 16 : 4))
        ::inet_ntop(v6 ? AF_INET6 : AF_INET, bytes.constData(), address.data(), INET6_ADDRSTRLEN);
    return QStringLiteral("protocol %1 to %2 port %3")
        .arg(at(v6 ? 6 : 9))
        .arg(QLatin1String(address.data()))
        .arg(at(header + 2) * 256 + at(header + 3));
}

/// ICMPv6: the kernel looks for routers, whatever programs do.
const QLatin1String kernelsOwn("protocol 58 ");

} // namespace

bool enterOwnNetwork()
{
    const pid_t tried = ::fork();
    if (tried == 0)
        ::_exit(enter() ? 0 : 1);
    int status = 1;
    if (tried < 0 || ::waitpid(tried, &status, 0) != tried || status != 0)
        return false;
    return enter();
}

Listener::Listener()
    : m_packets(packetSocket())
{
    m_listening =
        m_tcp.listen(QHostAddress::LocalHost) && m_udp.bind(QHostAddress::LocalHost, m_tcp.serverPort());
    QObject::connect(&m_tcp, &QTcpServer::newConnection, &m_tcp,
                     [this] { m_visits.append(QStringLiteral("a connection")); });
    QObject::connect(&m_udp, &QUdpSocket::readyRead, &m_udp, [this] {
        m_visits.append(QStringLiteral("a datagram"));
        (void)m_udp.readDatagram(nullptr, 0);
    });
}

Listener::~Listener()
{
    if (m_packets >= 0)
        ::close(m_packets);
}

QStringList Listener::visits()
{
    QStringList visits = std::exchange(m_visits, {});
    QByteArray packet(2048, '\0');
    sockaddr_ll from{};
    socklen_t size = sizeof from;
    for (ssize_t got = 0; m_packets >= 0; size = sizeof from) {
        got = ::recvfrom(m_packets, packet.data(), size_t(packet.size()), 0,
                         reinterpret_cast<sockaddr *>(&from), &size);
        if (got < 0)
            break;
        const int protocol = ntohs(from.sll_protocol);
        if (from.sll_pkttype != PACKET_OUTGOING || (protocol != ETH_P_IP && protocol != ETH_P_IPV6))
            continue;
        const QString visit = destination(packet.left(got));
        if (!visit.startsWith(kernelsOwn))
            visits.append(visit);
    }
    return visits;
}

} // namespace stillpoint::test
