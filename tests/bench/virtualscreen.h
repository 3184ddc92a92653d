#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace stillpoint::bench {

/// An X server of its own without a monitor, as large as the window, whose pixels can be read while programs
/// paint: what is on the screen is seen from outside of the program that is measured. Sets DISPLAY for child
/// processes.
class VirtualScreen final
{
public:
    VirtualScreen();
    ~VirtualScreen();
    VirtualScreen(const VirtualScreen &) = delete;
    VirtualScreen &operator=(const VirtualScreen &) = delete;

    bool isReady() const { return m_pixels; }
    bool isEmpty() const;   ///< no window is painted
    bool isCovered() const; ///< a window is painted over most of the screen
    bool showsMark() const; ///< the picture in markColor is painted

private:
    bool start();
    void map();
    template<class Matches>
    int samples(Matches matches) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    const uchar *m_memory = nullptr; ///< the server's frame buffer in the XWD format
    size_t m_size = 0;
    const uchar *m_pixels = nullptr;
    int m_bytesPerLine = 0;
};

} // namespace stillpoint::bench
