#include "ui/widgets/aftereffects.h"

namespace stillpoint::ui {

QString AfterEffects::none()
{
    return QStringLiteral("none");
}

QStringList AfterEffects::usual()
{
    return {QStringLiteral("soreness"), QStringLiteral("tiredness"), QStringLiteral("headache"),
            QStringLiteral("bruise"), QStringLiteral("dizziness")};
}

QStringList AfterEffects::rare()
{
    return {QStringLiteral("numbness"),   QStringLiteral("weakness"), QStringLiteral("sudden-headache"),
            QStringLiteral("chest-pain"), QStringLiteral("hot-calf"), QStringLiteral("bladder-control"),
            QStringLiteral("other")};
}

bool AfterEffects::isRedFlag(const QString &kind)
{
    return kind != QLatin1String("other") && rare().contains(kind);
}

QString AfterEffects::name(const QString &kind)
{
    const std::initializer_list<std::pair<const char *, QString>> names{
        {"none", tr("None")},
        {"soreness", tr("Soreness")},
        {"tiredness", tr("Tiredness")},
        {"headache", tr("Headache")},
        {"bruise", tr("Bruise")},
        {"dizziness", tr("Dizziness")},
        {"numbness", tr("New numbness")},
        {"weakness", tr("New weakness")},
        {"sudden-headache", tr("Sudden severe headache")},
        {"chest-pain", tr("Chest pain")},
        {"hot-calf", tr("Hot, swollen calf")},
        {"bladder-control", tr("Loss of bladder control")},
        {"other", tr("Other")}};
    for (const auto &[code, text] : names) {
        if (kind == QLatin1String(code))
            return text;
    }
    QString words = kind;
    words.replace(QLatin1Char('-'), QLatin1Char(' '));
    return words.left(1).toUpper() + words.mid(1);
}

QString AfterEffects::severityWord(double severity)
{
    constexpr double mildBelow = 4;
    constexpr double strongFrom = 7;
    if (severity < mildBelow)
        return tr("mild");
    return severity < strongFrom ? tr("moderate") : tr("strong");
}

QString AfterEffects::summary(const QString &kind, std::optional<double> severity)
{
    return severity ? tr("%1, %2").arg(name(kind), severityWord(*severity)) : name(kind);
}

QString AfterEffects::safetyLine()
{
    return tr("This can need urgent care. Contact a doctor or the emergency number.");
}

} // namespace stillpoint::ui
