#include "app/settings/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace stillpoint {

namespace {

struct Row
{
    Setting setting;
    const char *key;
    QVariant fallback; // its type is the setting's kind
    int minimum = 0;
    int maximum = 0; // numbers only; 0, 0 means any
};

const QList<Row> &table()
{
    static const QList<Row> rows{
        {Setting::Theme, "appearance/theme", QStringLiteral("system")},
        {Setting::TextScale, "appearance/text-scale", 100, 80, 200},
        {Setting::SingleKeys, "appearance/single-keys", true},
        {Setting::WindowGeometry, "window/geometry", QByteArray()},
        {Setting::LeftInLibrary, "window/left-in-library", false},
        {Setting::DayStart, "journal/day-start", 0, 0, 720},
        {Setting::ScalesShown, "journal/scales",
         QStringList{QStringLiteral("stress"), QStringLiteral("mobility")}},
        {Setting::ReaderPaper, "reader/paper", QStringLiteral("auto")},
        {Setting::ReaderTextSize, "reader/text-size", 100, 70, 250},
        {Setting::ReaderFont, "reader/font", QStringLiteral("charis")},
        {Setting::ReaderMeasure, "reader/measure", QStringLiteral("usual")},
        {Setting::ReaderSpacing, "reader/spacing", QStringLiteral("usual")},
        {Setting::LibrarySort, "library/sort", QStringLiteral("date")},
        {Setting::InsightsRange, "insights/range", QStringLiteral("365")},
    };
    return rows;
}

const Row &rowOf(Setting setting)
{
    return *std::find_if(table().cbegin(), table().cend(),
                         [setting](const Row &row) { return row.setting == setting; });
}

} // namespace

Settings::Settings(const QString &file, bool readOnly, QObject *parent)
    : QObject(parent)
    , m_file(std::make_unique<QSettings>(file, QSettings::IniFormat))
    , m_readOnly(readOnly)
{
}

Settings::~Settings() = default;

QVariant Settings::value(Setting setting) const
{
    const Row &row = rowOf(setting);
    QVariant stored = m_file->value(QLatin1String(row.key));
    if (!stored.isValid() || !stored.convert(row.fallback.metaType()))
        return row.fallback;
    if (row.maximum > 0)
        return std::clamp(stored.toInt(), row.minimum, row.maximum);
    return stored;
}

Settings::Range Settings::range(Setting setting)
{
    const Row &row = rowOf(setting);
    return {row.minimum, row.maximum};
}

Result<void> Settings::set(Setting setting, const QVariant &value)
{
    const Row &row = rowOf(setting);
    if (value == this->value(setting))
        return {};
    if (m_readOnly) {
        return failure(ErrorCode::ReadOnly,
                       tr("Settings cannot be changed here, since they are shown read-only. "
                          "Nothing was changed."));
    }
    const QVariant before = m_file->value(QLatin1String(row.key));
    if (value == row.fallback)
        m_file->remove(QLatin1String(row.key));
    else
        m_file->setValue(QLatin1String(row.key), value);
    m_file->sync();
    if (m_file->status() != QSettings::NoError) {
        if (before.isValid())
            m_file->setValue(QLatin1String(row.key), before);
        else
            m_file->remove(QLatin1String(row.key));
        // QSettings never forgets a failure; only a new one tells whether the next save works.
        const QString path = m_file->fileName();
        m_file.reset();
        m_file = std::make_unique<QSettings>(path, QSettings::IniFormat);
        return failure(ErrorCode::Io,
                       tr("The setting could not be saved in %1. The old one stays in force; check that "
                          "the folder can be written.")
                           .arg(path));
    }
    Q_EMIT changed(setting);
    return {};
}

} // namespace stillpoint
