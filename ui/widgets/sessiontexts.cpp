#include "ui/widgets/sessiontexts.h"

#include "app/journal/journal.h"
#include "app/journal/regions.h"
#include "ui/widgets/texts.h"

namespace stillpoint::ui {

namespace {

template<class NameOf>
QString listed(const QSet<QString> &codes, NameOf nameOf)
{
    QStringList names;
    for (const QString &code : codes) {
        names.append(lowered(nameOf(code)));
    }
    names.sort(Qt::CaseInsensitive);
    return names.join(QStringLiteral(", "));
}

} // namespace

QString SessionTexts::modality(const Vocabulary &words, const QString &code)
{
    const QString name = words.modalityName(code);
    if (name != code)
        return name;
    QString spelled = code;
    spelled.replace(QLatin1Char('-'), QLatin1Char(' '));
    return spelled.left(1).toUpper() + spelled.mid(1);
}

QString SessionTexts::modalities(const Vocabulary &words, const Session &session)
{
    QStringList names;
    for (const QString &code : session.modalities)
        names.append(modality(words, code));
    return names.join(QStringLiteral(", "));
}

QString SessionTexts::practitioner(const Journal &journal, const Session &session)
{
    if (session.practitioner.isNull())
        return {};
    const auto known = journal.find<Practitioner>(session.practitioner);
    return known ? known->name : QString();
}

QString SessionTexts::areas(const QSet<QString> &codes)
{
    return listed(codes, [](const QString &code) {
        const auto region = regionByCode(code);
        return region ? region->name : code;
    });
}

QString SessionTexts::circumstances(const Vocabulary &words, const QSet<QString> &codes)
{
    return listed(codes, [&words](const QString &code) { return words.contextName(code); });
}

QString SessionTexts::pressureWord(int pressure)
{
    switch (pressure) {
    case 1:
        return tr("resting touch");
    case 2:
        return tr("light");
    case 3:
        return tr("medium");
    case 4:
        return tr("firm");
    default:
        return tr("deep");
    }
}

QString SessionTexts::setting(SessionSetting setting)
{
    switch (setting) {
    case SessionSetting::Practice:
        return tr("practice");
    case SessionSetting::Home:
        return tr("home");
    case SessionSetting::Spa:
        return tr("spa");
    case SessionSetting::Workplace:
        return tr("workplace");
    case SessionSetting::SelfCare:
        return tr("self-care");
    case SessionSetting::Unknown:
        break;
    }
    return {};
}

QString SessionTexts::aim(Aim aim)
{
    switch (aim) {
    case Aim::Relax:
        return tr("to relax");
    case Aim::Pain:
        return tr("against pain");
    case Aim::Mobility:
        return tr("for mobility");
    case Aim::Recovery:
        return tr("for recovery");
    case Aim::Maintenance:
        return tr("for maintenance");
    case Aim::Unknown:
        break;
    }
    return {};
}

QString SessionTexts::pressureFeel(PressureFeel feel)
{
    switch (feel) {
    case PressureFeel::TooLight:
        return tr("too light");
    case PressureFeel::Right:
        return tr("right");
    case PressureFeel::TooDeep:
        return tr("too deep");
    case PressureFeel::Unknown:
        break;
    }
    return {};
}

QString SessionTexts::summary(const Journal &journal, const Session &session)
{
    QStringList parts{modalities(journal.vocabulary(), session)};
    if (const QString name = practitioner(journal, session); !name.isEmpty())
        parts.append(name);
    if (session.minutes)
        parts.append(tr("%1 min").arg(*session.minutes));
    if (session.pressure)
        parts.append(tr("pressure %1").arg(*session.pressure));
    return parts.join(QStringLiteral(", "));
}

std::optional<Session> lastSession(const Journal &journal,
                                   const std::function<bool(const Session &)> &matches)
{
    for (const Entry &entry : journal.entries({{}, {}, RecordKind::Session})) {
        const auto session = journal.find<Session>(entry.id);
        const bool isOwn = session && session->status == SessionStatus::Done && !session->demo;
        if (isOwn && (!matches || matches(*session)))
            return session;
    }
    return std::nullopt;
}

} // namespace stillpoint::ui
