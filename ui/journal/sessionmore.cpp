#include "ui/journal/sessionmore.h"

#include "ui/journal/sessionchips.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/ratingrow.h"
#include "ui/widgets/sessiontexts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace stillpoint::ui {

namespace {

constexpr int ratingHeight = 28;

template<class E>
ChoiceChips::Choice choice(E value, const QString &text, const char *name)
{
    return {static_cast<int>(value), text, QLatin1String(name)};
}

Scale outOfTen(const char *code, const QString &name, const QString &question)
{
    Scale scale;
    scale.code = QLatin1String(code);
    scale.name = name;
    scale.question = question;
    return scale;
}

} // namespace

SessionMore::SessionMore(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_fold(makeButton(theme, ButtonKind::Link, {}, this))
    , m_inside(new QWidget(this))
    , m_column(new QVBoxLayout(m_inside))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_fold->setProperty("dense", true);
    m_fold->setObjectName(QStringLiteral("moreFold"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(16));
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_inside);
    makeRatings();
    makeChoices();
    makeLines();
    connect(m_fold, &QPushButton::clicked, this, [this] { setOpen(m_inside->isHidden()); });
    setOpen(false);
}

void SessionMore::addBox(const QString &name, const QString &label, QWidget *field, int inset)
{
    auto *box = new FieldBox(m_theme, label, m_inside);
    box->setField(field);
    if (inset > 0)
        box->setInset(inset);
    else
        box->setContentsMargins(0, 0, m_theme.px(RatingRow::ringRoom), 0);
    m_boxes.insert(name, box);
    m_column->addWidget(box);
}

void SessionMore::makeChoices()
{
    m_setting = new ChoiceChips(m_theme,
                                {choice(SessionSetting::Practice, tr("Practice"), "setting-practice"),
                                 choice(SessionSetting::Home, tr("Home"), "setting-home"),
                                 choice(SessionSetting::Spa, tr("Spa"), "setting-spa"),
                                 choice(SessionSetting::Workplace, tr("Workplace"), "setting-workplace"),
                                 choice(SessionSetting::SelfCare, tr("Self-care"), "setting-self-care")},
                                m_inside);
    m_feel = new ChoiceChips(m_theme,
                             {choice(PressureFeel::TooLight, tr("Too light"), "feel-light"),
                              choice(PressureFeel::Right, tr("Right"), "feel-right"),
                              choice(PressureFeel::TooDeep, tr("Too deep"), "feel-deep")},
                             m_inside);
    m_aim = new ChoiceChips(m_theme,
                            {choice(Aim::Relax, tr("Relax"), "aim-relax"),
                             choice(Aim::Pain, tr("Pain"), "aim-pain"),
                             choice(Aim::Mobility, tr("Mobility"), "aim-mobility"),
                             choice(Aim::Recovery, tr("Recovery"), "aim-recovery"),
                             choice(Aim::Maintenance, tr("Maintenance"), "aim-maintenance")},
                            m_inside);
    m_status = new ChoiceChips(m_theme,
                               {choice(SessionStatus::Done, tr("Done"), "status-done"),
                                choice(SessionStatus::Planned, tr("Planned"), "status-planned"),
                                choice(SessionStatus::Cancelled, tr("Cancelled"), "status-cancelled")},
                               m_inside);
    addBox(QStringLiteral("setting"), tr("Place"), m_setting);
    addBox(QStringLiteral("pressure_feel"), tr("The pressure was"), m_feel);
    addBox(QStringLiteral("aim"), tr("What for"), m_aim);
    addBox(QStringLiteral("status"), tr("The session is"), m_status);
    const std::initializer_list<std::pair<ChoiceChips *, const char *>> all{
        {m_setting, "setting"}, {m_feel, "pressureFeel"}, {m_aim, "aim"}, {m_status, "status"}};
    for (const auto &[chips, name] : all) {
        connect(chips, &ChoiceChips::edited, this, [this, field = QLatin1String(name)] {
            summarise();
            Q_EMIT edited(field);
        });
    }
}

void SessionMore::makeRatings()
{
    m_expectation = new RatingRow(m_theme,
                                  outOfTen("expectation", tr("Expectation"),
                                           tr("Before the session: how much will it help? 10 is very much.")),
                                  RatingRow::Tone::Before, ratingHeight, m_inside);
    m_satisfaction = new RatingRow(
        m_theme,
        outOfTen("satisfaction", tr("Satisfaction"), tr("How satisfied are you with it? 10 is entirely.")),
        RatingRow::Tone::After, ratingHeight, m_inside);
    const int room = m_theme.px(RatingRow::ringRoom);
    for (RatingRow *row : {m_expectation, m_satisfaction}) {
        row->setObjectName(row->scale().code);
        addBox(row->scale().code, row->scale().question, row, room);
        connect(row, &RatingRow::rated, this, [this, row] {
            summarise();
            Q_EMIT edited(row->scale().code);
        });
    }
}

QLineEdit *SessionMore::makeLine(const QString &name, const QString &field)
{
    auto *line = new QLineEdit(m_inside);
    line->setObjectName(name);
    connect(line, &QLineEdit::textEdited, this, [this, field] {
        summarise();
        Q_EMIT edited(field);
    });
    return line;
}

void SessionMore::makeLines()
{
    m_cost = makeLine(QStringLiteral("cost"), QStringLiteral("cost"));
    m_currency = makeLine(QStringLiteral("currency"), QStringLiteral("cost"));
    m_currency->setMaxLength(3);
    m_currency->setAccessibleName(tr("Currency, three letters"));
    m_cost->setAccessibleName(tr("Cost"));
    auto *both = new QWidget(m_inside);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(8));
    m_cost->setFixedWidth(m_theme.px(120));
    m_currency->setFixedWidth(m_theme.px(72));
    row->addWidget(m_cost);
    row->addWidget(m_currency);
    row->addStretch();
    addBox(QStringLiteral("cost"), tr("Cost and currency"), both);
    m_tags = makeLine(QStringLiteral("tags"), QStringLiteral("tags"));
    addBox(QStringLiteral("tag"), tr("Tags"), m_tags);
    m_boxes.value(QStringLiteral("tag"))->setCaption(tr("with commas between"));
}

MoreDraft SessionMore::value() const
{
    MoreDraft value;
    value.setting = static_cast<SessionSetting>(m_setting->chosen());
    value.pressureFeel = static_cast<PressureFeel>(m_feel->chosen());
    value.aim = static_cast<Aim>(m_aim->chosen());
    value.status = static_cast<SessionStatus>(m_status->chosen());
    value.expectation = m_expectation->value();
    value.satisfaction = m_satisfaction->value();
    value.cost = m_cost->text();
    value.currency = m_currency->text();
    value.tags = m_tags->text();
    return value;
}

void SessionMore::setValue(const MoreDraft &value)
{
    m_setting->setChosen(static_cast<int>(value.setting));
    m_feel->setChosen(static_cast<int>(value.pressureFeel));
    m_aim->setChosen(static_cast<int>(value.aim));
    m_status->setChosen(static_cast<int>(value.status));
    m_expectation->setValue(value.expectation);
    m_satisfaction->setValue(value.satisfaction);
    m_cost->setText(value.cost);
    m_currency->setText(value.currency.isEmpty() ? QLocale().currencySymbol(QLocale::CurrencyIsoCode)
                                                 : value.currency);
    m_tags->setText(value.tags);
    summarise();
}

void SessionMore::setOpen(bool on)
{
    m_inside->setVisible(on);
    summarise();
}

void SessionMore::summarise()
{
    QStringList parts{SessionTexts::setting(value().setting), SessionTexts::aim(value().aim)};
    parts.removeAll(QString());
    if (!m_cost->text().isEmpty())
        parts.append(m_cost->text() + QLatin1Char(' ') + m_currency->text());
    if (!m_inside->isHidden())
        m_fold->setText(tr("Less"));
    else if (parts.isEmpty())
        m_fold->setText(tr("More: place, cost, aim, expectation, tags"));
    else
        m_fold->setText(tr("More: %1").arg(parts.join(QStringLiteral(", "))));
}

} // namespace stillpoint::ui
