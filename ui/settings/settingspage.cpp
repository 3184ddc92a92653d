#include "ui/settings/settingspage.h"

#include "app/workspace/bundled.h"
#include "app/workspace/workspace.h"
#include "ui/settings/datacard.h"
#include "ui/settings/samplescard.h"
#include "ui/settings/scalelist.h"
#include "ui/settings/settingline.h"
#include "ui/settings/transfercard.h"
#include "ui/shell/commands.h"
#include "ui/shell/prompts.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/taborder.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {
constexpr int columnWidth = 760;

const QStringList themeCodes{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
} // namespace

SettingsPage::SettingsPage(const ShellContext &context, QWidget *parent)
    : Page(context, parent)
{
    setObjectName(QStringLiteral("settingsPage"));
    QWidget *inside = makeScrollPane(this);
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(32, 20, 32, 88);
    // A widget of its own, since a layout asks what is narrower than itself for its height at its own width.
    auto *cards = new QWidget(inside);
    const auto setWidth = [&theme = context.theme, cards] { cards->setMaximumWidth(theme.px(columnWidth)); };
    setWidth();
    connect(&context.theme, &Theme::changed, cards, setWidth);
    row->addWidget(cards, 1);
    row->addStretch();
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeLabel(TextRole::Page, tr("Settings"), this));
    // Made in the order in which Tab comes to them.
    column->addWidget(makeAppearance());
    column->addWidget(makeJournal());
    column->addWidget(makeLibrary());
    m_data = new DataCard(context, this);
    column->addWidget(m_data);
    column->addWidget(new TransferCard(context, this));
    column->addWidget(new SamplesCard(context, this));
    column->addStretch();
    connect(&context.workspace, &Workspace::placesChanged, this, &SettingsPage::fillPlaces);
    fillPlaces();
}

void SettingsPage::arrive(const Destination &)
{
    m_data->refresh();
}

void SettingsPage::set(Setting setting, const QVariant &value)
{
    if (const auto done = context().workspace.settings().set(setting, value); !done)
        context().toast.tellError(done.error().message);
}

QWidget *SettingsPage::makeAppearance()
{
    const Settings &settings = context().workspace.settings();
    auto *card = new Card(this);
    card->setTitle(tr("Appearance"));
    auto *theme = new Segmented({tr("System"), tr("Light"), tr("Dark")}, tr("Colours"), card);
    theme->setObjectName(QStringLiteral("settingsTheme"));
    theme->setCurrent(qMax(0, static_cast<int>(themeCodes.indexOf(settings.text(Setting::Theme)))));
    connect(theme, &Segmented::chosen, this,
            [this](int index) { set(Setting::Theme, themeCodes.at(index)); });
    addLine(card, tr("Colours"), tr("System follows your desktop."), theme);

    auto *scale = new QSpinBox(card);
    scale->setObjectName(QStringLiteral("settingsTextScale"));
    scale->setRange(Settings::range(Setting::TextScale).least, Settings::range(Setting::TextScale).most);
    scale->setSingleStep(10);
    scale->setSuffix(tr(" %"));
    scale->setKeyboardTracking(false);
    scale->setValue(settings.number(Setting::TextScale));
    connect(scale, &QSpinBox::valueChanged, this, [this](int percent) { set(Setting::TextScale, percent); });
    addLine(card, tr("Text size"), tr("80 to 200 percent; pages rearrange themselves when it gets tight."),
            scale);

    auto *keys = new QCheckBox(tr("On"), card);
    keys->setObjectName(QStringLiteral("settingsSingleKeys"));
    keys->setChecked(settings.isOn(Setting::SingleKeys));
    connect(keys, &QCheckBox::toggled, this, [this](bool on) { set(Setting::SingleKeys, on); });
    addLine(card, tr("Single-key shortcuts"),
            tr("Letters and digits act on a page without Ctrl. F1 lists them."), keys);
    return card;
}

QWidget *SettingsPage::makeJournal()
{
    const Settings &settings = context().workspace.settings();
    auto *card = new Card(this);
    card->setTitle(tr("Journal"));
    auto *start = new QTimeEdit(QTime(0, 0).addSecs(settings.number(Setting::DayStart) * 60), card);
    start->setObjectName(QStringLiteral("settingsDayStart"));
    start->setDisplayFormat(locale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
    start->setTimeRange(QTime(0, 0), QTime(12, 0));
    start->setKeyboardTracking(false);
    connect(start, &QTimeEdit::timeChanged, this,
            [this](QTime time) { set(Setting::DayStart, time.hour() * 60 + time.minute()); });
    addLine(card, tr("My day starts at"), tr("What you log before this time still counts as the day before."),
            start);

    card->body()->addWidget(new ScaleList(context(), card));
    return card;
}

QWidget *SettingsPage::makeLibrary()
{
    auto *card = new Card(this);
    card->setTitle(tr("Library"), tr("folders and files that are read in place"));
    m_places = new QVBoxLayout;
    m_places->setSpacing(4);
    card->body()->addLayout(m_places);
    m_addFolder = makeButton(context().theme, ButtonKind::Secondary, tr("Add a folder"), card,
                             QStringLiteral("folder-add"));
    m_addFolder->setObjectName(QStringLiteral("settingsAddFolder"));
    connect(m_addFolder, &QPushButton::clicked, this, &SettingsPage::addFolder);
    card->body()->addWidget(m_addFolder, 0, Qt::AlignLeft);
    return card;
}

void SettingsPage::fillPlaces()
{
    while (QLayoutItem *item = m_places->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<Place> places = context().workspace.places();
    places.removeIf([](const Place &place) { return isBundled(place); }); // they come and go as a whole
    if (places.isEmpty())
        m_places->addWidget(makeLabel(TextRole::Dense, tr("No folder yet."), this));
    for (const Place &place : places) {
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        QLabel *path = makeLabel(TextRole::Body, place.path, line);
        path->setTextInteractionFlags(Qt::TextSelectableByMouse);
        path->setMinimumWidth(0);
        path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        path->setToolTip(plainToolTip(place.path));
        row->addWidget(path, 1);
        QPushButton *forget = makeButton(context().theme, ButtonKind::Ghost, tr("Forget"), line);
        forget->setObjectName(QStringLiteral("forgetPlace"));
        forget->setAccessibleName(tr("Forget %1; its files stay").arg(place.path));
        connect(forget, &QPushButton::clicked, this, [this, place] {
            if (const auto removed = context().workspace.removePlace(place.path); !removed)
                context().toast.tellError(removed.error().message);
            else
                context().toast.tell(tr("%1 was forgotten. Its files are untouched.").arg(place.name),
                                     QStringLiteral("folder"), context().undo);
        });
        row->addWidget(forget);
        tabBefore(m_addFolder, forget);
        m_places->addWidget(line);
    }
}

void SettingsPage::addFolder()
{
    const auto folder = context().prompts.chooseFolder(this, tr("Add a folder of articles"));
    if (!folder)
        return;
    if (const auto added = context().workspace.addPlace(*folder); !added)
        context().toast.tellError(added.error().message);
}

} // namespace stillpoint::ui
