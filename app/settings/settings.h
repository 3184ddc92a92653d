#pragma once

#include "app/base/error.h"

#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;

namespace stillpoint {

/// Every setting; its key, kind and default stand in one table in settings.cpp.
enum class Setting {
    Theme,          ///< "system", "light", "dark"
    TextScale,      ///< percent, 80 to 200
    DayStart,       ///< minutes after midnight at which a journal day begins, 0 to 720
    SingleKeys,     ///< whether letters and digits act on pages
    WindowGeometry, ///< QByteArray of QWidget::saveGeometry
    LeftInLibrary,  ///< bool, the window was closed while reading, the next start goes on there
    ScalesShown,    ///< scale codes in order
    ReaderPaper,    ///< "auto" (as the theme), "paper", "sepia", "dark"
    ReaderTextSize, ///< percent, 70 to 250
    ReaderFont,     ///< "charis", "inter", "system" (its serif)
    ReaderMeasure,  ///< length of lines: "narrow", "usual", "wide"
    ReaderSpacing,  ///< of lines: "tight", "usual", "loose"
    LibrarySort,    ///< "date", "title", "length", "relevance"
    InsightsRange,  ///< "30", "90", "365", "all"
};

/// Settings in one INI file: defaults are not written, unknown keys are kept, a value of the wrong kind reads
/// as the default. GUI thread.
class Settings final : public QObject
{
    Q_OBJECT
public:
    explicit Settings(const QString &file, bool readOnly = false, QObject *parent = nullptr);
    ~Settings() override;

    QVariant value(Setting setting) const;
    QString text(Setting setting) const { return value(setting).toString(); }
    int number(Setting setting) const { return value(setting).toInt(); }
    bool isOn(Setting setting) const { return value(setting).toBool(); }

    struct Range
    {
        int least;
        int most;
    };
    /// Of a number; what is read from the file lies within it.
    static Range range(Setting setting);

    /// Sets and saves; the default removes the key. On failure the old value stays.
    Result<void> set(Setting setting, const QVariant &value);

Q_SIGNALS:
    void changed(stillpoint::Setting setting);

private:
    std::unique_ptr<QSettings> m_file;
    bool m_readOnly;
};

} // namespace stillpoint
