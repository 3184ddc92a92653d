#include "ui/journal/entryfilterbar.h"

#include "app/workspace/workspace.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/sessiontexts.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace stillpoint::ui {

namespace {

constexpr int searchWidth = 220;
constexpr int searchTight = 140;

/// The body's areas from head to feet, as regions roll up to them.
struct Area
{
    const char *code;
    const char *name;
};
constexpr std::array<Area, 6> areas{{{"head-jaw", QT_TRANSLATE_NOOP("Journal", "Head and jaw")},
                                     {"neck-shoulders", QT_TRANSLATE_NOOP("Journal", "Neck and shoulders")},
                                     {"upper-back", QT_TRANSLATE_NOOP("Journal", "Upper back")},
                                     {"low-back-pelvis", QT_TRANSLATE_NOOP("Journal", "Low back and pelvis")},
                                     {"arms", QT_TRANSLATE_NOOP("Journal", "Arms")},
                                     {"legs", QT_TRANSLATE_NOOP("Journal", "Legs")}}};

QString areaName(const QString &code)
{
    const auto *const area = std::find_if(
        areas.begin(), areas.end(), [&code](const Area &each) { return code == QLatin1String(each.code); });
    return area == areas.end() ? code : QCoreApplication::translate("Journal", area->name);
}

} // namespace

EntryFilterBar::EntryFilterBar(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new SearchBox(context.theme, tr("Search notes"), this))
    , m_filters(
          makeButton(context.theme, ButtonKind::Secondary, tr("Filters"), this, QStringLiteral("filter")))
    , m_all(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_search->setObjectName(QStringLiteral("journalSearch"));
    row->addWidget(m_search);
    addPart(QStringLiteral("modalityFilter"), tr("Modality"), &EntryFilterBar::fillModalities);
    addPart(QStringLiteral("practitionerFilter"), tr("Practitioner"), &EntryFilterBar::fillPractitioners);
    addPart(QStringLiteral("areaFilter"), tr("Body area"), &EntryFilterBar::fillAreas);
    addPart(QStringLiteral("kindFilter"), tr("Kind"), &EntryFilterBar::fillKinds);
    m_filters->setObjectName(QStringLiteral("journalFilters"));
    m_filters->setMenu(m_all);
    row->addWidget(m_filters);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        EntryChoice choice = m_choice;
        choice.words = text.simplified();
        take(choice);
    });
    setNarrow(false, false);
}

void EntryFilterBar::addPart(const QString &id, const QString &name, void (EntryFilterBar::*fill)(QMenu *))
{
    auto *menu = new QMenu(name, this);
    QPushButton *button = makeMenuButton(m_context.theme, ButtonKind::Secondary, name, this);
    button->setObjectName(id);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
        menu->clear();
        qDeleteAll(menu->findChildren<QActionGroup *>());
        (this->*fill)(menu);
    });
    m_all->addMenu(menu);
    m_parts.append({name, menu, button});
    static_cast<QHBoxLayout *>(layout())->addWidget(button);
}

void EntryFilterBar::addOptions(QMenu *menu, const QList<Option> &options)
{
    auto *group = new QActionGroup(menu);
    for (const Option &option : options) {
        QAction *action = menu->addAction(option.text);
        action->setCheckable(true);
        action->setChecked(option.choice == m_choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = option.choice] { take(choice); });
    }
}

void EntryFilterBar::sortByText(QList<Option> &options)
{
    std::sort(options.begin(), options.end(), [](const Option &a, const Option &b) {
        return QString::localeAwareCompare(a.text, b.text) < 0;
    });
}

void EntryFilterBar::fillModalities(QMenu *menu)
{
    QSet<QString> used;
    m_context.workspace.journal().each<Session>([&used](const Session &session) {
        used.unite({session.modalities.cbegin(), session.modalities.cend()});
    });
    QList<Option> options;
    for (const QString &code : std::as_const(used)) {
        EntryChoice choice = m_choice;
        choice.modality = code;
        options.append({SessionTexts::modality(m_context.workspace.journal().vocabulary(), code), choice});
    }
    sortByText(options);
    EntryChoice any = m_choice;
    any.modality.clear();
    options.prepend({tr("Any modality"), any});
    addOptions(menu, options);
}

void EntryFilterBar::fillPractitioners(QMenu *menu)
{
    QList<Option> options;
    for (const Practitioner &known : m_context.workspace.journal().all<Practitioner>()) {
        EntryChoice choice = m_choice;
        choice.practitioner = known.id;
        options.append({known.name, choice});
    }
    sortByText(options);
    EntryChoice any = m_choice;
    any.practitioner = {};
    options.prepend({tr("Any practitioner"), any});
    addOptions(menu, options);
}

/// Areas that some session names.
void EntryFilterBar::fillAreas(QMenu *menu)
{
    const QList<Session> sessions = m_context.workspace.journal().all<Session>();
    EntryChoice choice = m_choice;
    choice.area.clear();
    QList<Option> options{{tr("Any area"), choice}};
    for (const Area &area : areas) {
        choice.area = QLatin1String(area.code);
        if (std::any_of(sessions.cbegin(), sessions.cend(),
                        [&choice](const Session &each) { return hasArea(each, choice.area); }))
            options.append({areaName(choice.area), choice});
    }
    addOptions(menu, options);
}

void EntryFilterBar::fillKinds(QMenu *menu)
{
    EntryChoice any = m_choice;
    any.kind.reset();
    EntryChoice sessions = m_choice;
    sessions.kind = RecordKind::Session;
    EntryChoice checkIns = m_choice;
    checkIns.kind = RecordKind::CheckIn;
    addOptions(menu, {{tr("Sessions and check-ins"), any},
                      {tr("Sessions only"), sessions},
                      {tr("Check-ins only"), checkIns}});
}

void EntryFilterBar::take(const EntryChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    if (m_search->text().simplified() != choice.words)
        m_search->setText(choice.words);
    showChoice();
    Q_EMIT changed();
}

void EntryFilterBar::showChoice()
{
    const Journal &journal = m_context.workspace.journal();
    const auto practitioner = journal.find<Practitioner>(m_choice.practitioner);
    const QStringList chosen{m_choice.modality.isEmpty()
                                 ? QString()
                                 : SessionTexts::modality(journal.vocabulary(), m_choice.modality),
                             practitioner ? practitioner->name : QString(),
                             m_choice.area.isEmpty() ? QString() : areaName(m_choice.area),
                             !m_choice.kind                          ? QString()
                             : *m_choice.kind == RecordKind::Session ? tr("Sessions")
                                                                     : tr("Check-ins")};
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts.at(i);
        const bool on = !chosen.at(i).isEmpty();
        part.button->setText(on ? chosen.at(i) : part.name);
        setStyled(part.button, "on", on);
        part.button->setAccessibleName(on ? tr("%1: %2").arg(part.name, chosen.at(i)) : part.name);
    }
    const int count = m_choice.count();
    setStyled(m_filters, "on", count > 0);
    m_filters->setText(count == 0 ? tr("Filters") : tr("Filters %1").arg(locale().toString(count)));
}

void EntryFilterBar::setNarrow(bool on, bool tight)
{
    m_search->setFixedWidth(m_context.theme.px(tight ? searchTight : searchWidth));
    for (const Part &part : std::as_const(m_parts))
        part.button->setVisible(!on);
    m_filters->setVisible(on);
}

void EntryFilterBar::clear()
{
    take({});
}

void EntryFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace stillpoint::ui
