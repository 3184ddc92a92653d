#include "tests/bench/virtualscreen.h"

#include "tests/bench/benchdata.h"

#include <QFile>
#include <QtEndian>

#include <sys/mman.h>

namespace stillpoint::bench {

namespace {
constexpr int width = 1360;
constexpr int height = 860;
constexpr int stepPixels = 10;
constexpr int sampleCount = (width / stepPixels) * (height / stepPixels);
constexpr int patchSamples = 20;
constexpr int startMs = 10'000;

// Fields of the XWD header, which are big-endian 32-bit numbers.
constexpr int headerSizeField = 0;
constexpr int bytesPerLineField = 12;
constexpr int colorCountField = 19;
constexpr size_t colorBytes = 12;

quint32 headerField(const uchar *memory, int field)
{
    return qFromBigEndian<quint32>(memory + static_cast<ptrdiff_t>(field) * 4);
}
} // namespace

VirtualScreen::VirtualScreen()
{
    if (start())
        map();
}

VirtualScreen::~VirtualScreen()
{
    if (m_memory)
        munmap(const_cast<uchar *>(m_memory), m_size);
    m_server.terminate();
    m_server.waitForFinished();
}

bool VirtualScreen::start()
{
    m_server.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                    QStringLiteral("0"), QStringLiteral("%1x%2x24").arg(width).arg(height),
                    QStringLiteral("-fbdir"), m_folder.path()});
    QByteArray display;
    while (!display.endsWith('\n')) {
        if (!m_server.waitForReadyRead(startMs))
            return false;
        display += m_server.readAllStandardOutput();
    }
    return qputenv("DISPLAY", ":" + display.trimmed());
}

void VirtualScreen::map()
{
    QFile file(m_folder.filePath(QStringLiteral("Xvfb_screen0")));
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_size = static_cast<size_t>(file.size());
    // Not QFile::map: the mapping must stay when the file is closed.
    void *memory = mmap(nullptr, m_size, PROT_READ, MAP_SHARED, file.handle(), 0);
    if (memory == MAP_FAILED)
        return;
    m_memory = static_cast<const uchar *>(memory);
    m_pixels = m_memory + headerField(m_memory, headerSizeField) +
               colorBytes * headerField(m_memory, colorCountField);
    m_bytesPerLine = static_cast<int>(headerField(m_memory, bytesPerLineField));
}

template<class Matches>
int VirtualScreen::samples(Matches matches) const
{
    int count = 0;
    for (ptrdiff_t y = stepPixels / 2; y < height; y += stepPixels) {
        const auto *line = reinterpret_cast<const volatile QRgb *>(m_pixels + y * m_bytesPerLine);
        for (int x = stepPixels / 2; x < width; x += stepPixels)
            count += matches(line[x] & RGB_MASK) ? 1 : 0;
    }
    return count;
}

bool VirtualScreen::isEmpty() const
{
    return samples([](QRgb pixel) { return pixel != 0; }) == 0;
}

bool VirtualScreen::isCovered() const
{
    return samples([](QRgb pixel) { return pixel != 0; }) > sampleCount * 9 / 10;
}

bool VirtualScreen::showsMark() const
{
    return samples([](QRgb pixel) { return pixel == (markColor & RGB_MASK); }) >= patchSamples;
}

} // namespace stillpoint::bench
