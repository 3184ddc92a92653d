#include "ui/journal/arearow.h"

#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/ratingrow.h"
#include "ui/widgets/texts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

constexpr int ratingHeight = 28;

QString painText(const RegionPain &pain)
{
    if (pain.before && pain.after)
        return AreaRow::tr("pain %1 to %2").arg(ratingText(*pain.before), ratingText(*pain.after));
    if (pain.before)
        return AreaRow::tr("pain %1 before").arg(ratingText(*pain.before));
    if (pain.after)
        return AreaRow::tr("pain %1 after").arg(ratingText(*pain.after));
    return {};
}

} // namespace

AreaRow::AreaRow(const Theme &theme, const Scale &pain, const QString &code, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scale(pain)
    , m_code(code)
{
    setObjectName(QStringLiteral("area-") + code);
    setAccessibleName(regionName(code));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 1, 0, 0);
    line->setSpacing(0);
    const std::initializer_list<std::pair<AreaButton::Part, QString>> parts{
        {AreaButton::Part::Name, QStringLiteral("areaName-")},
        {AreaButton::Part::Level, QStringLiteral("areaLevel-")},
        {AreaButton::Part::Worked, QStringLiteral("areaWorked-")},
        {AreaButton::Part::Remove, QStringLiteral("areaRemove-")}};
    for (const auto &[part, name] : parts) {
        auto *button = new AreaButton(theme, part, this);
        button->setObjectName(name + code);
        line->addWidget(button);
        m_buttons.append(button);
    }
    column->addLayout(line);
    column->addWidget(makeRule(this));
    button(AreaButton::Part::Name)->setText(regionName(code));
    button(AreaButton::Part::Name)->setToolTip(tr("Rate the pain here"));
    button(AreaButton::Part::Remove)->setAccessibleName(tr("Remove %1").arg(regionName(code)));
    button(AreaButton::Part::Remove)->setToolTip(tr("Remove %1").arg(regionName(code)));
    connect(button(AreaButton::Part::Name), &QAbstractButton::clicked, this,
            [this] { openRatings(!m_ratings || m_ratings->isHidden()); });
    connect(button(AreaButton::Part::Level), &QAbstractButton::clicked, this,
            [this] { Q_EMIT cycled(BodyLayer::Hurts); });
    connect(button(AreaButton::Part::Worked), &QAbstractButton::clicked, this,
            [this] { Q_EMIT cycled(BodyLayer::Worked); });
    connect(button(AreaButton::Part::Remove), &QAbstractButton::clicked, this, &AreaRow::removed);
}

void AreaRow::display(const BodyAreas &areas, const RegionPain &pain)
{
    m_pain = pain;
    const QString name = regionName(m_code);
    const int level = areas.hurts.value(m_code);
    const bool worked = areas.worked.contains(m_code);
    const QString words = painText(pain);
    const QString state = areaState(areas, m_code);
    AreaButton *title = button(AreaButton::Part::Name);
    title->setCaption(words);
    title->setAccessibleName(words.isEmpty() ? tr("%1: %2").arg(name, state)
                                             : tr("%1: %2; %3").arg(name, state, words));
    title->setAccessibleDescription(tr("Opens rows to rate the pain here."));
    button(AreaButton::Part::Level)->setLevel(level);
    const QString hurts =
        level > 0 ? tr("%1 hurts, %2 of 3").arg(name).arg(level) : tr("%1 does not hurt").arg(name);
    button(AreaButton::Part::Level)->setAccessibleName(hurts);
    button(AreaButton::Part::Level)->setToolTip(hurts);
    button(AreaButton::Part::Worked)->setLevel(worked ? 1 : 0);
    const QString hands = worked ? tr("%1 was worked on").arg(name) : tr("%1 was not worked on").arg(name);
    button(AreaButton::Part::Worked)->setAccessibleName(hands);
    button(AreaButton::Part::Worked)->setToolTip(hands);
    if (m_ratings) {
        m_before->setValue(pain.before);
        m_after->setValue(pain.after);
    }
}

QList<QWidget *> AreaRow::stops() const
{
    QList<QWidget *> all(m_buttons.begin(), m_buttons.end());
    if (m_ratings)
        all += {m_before, m_after};
    return all;
}

void AreaRow::openRatings(bool on)
{
    if (!m_ratings) {
        m_ratings = new QWidget(this);
        auto *column = new QVBoxLayout(m_ratings);
        column->setContentsMargins(0, 0, 0, m_theme.px(4));
        column->setSpacing(0);
        m_before = addRating(true);
        m_after = addRating(false);
        m_before->setValue(m_pain.before);
        m_after->setValue(m_pain.after);
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_ratings);
        Q_EMIT ratingsMade();
    }
    m_ratings->setVisible(on);
    if (on)
        m_before->setFocus(Qt::OtherFocusReason);
}

RatingRow *AreaRow::addRating(bool before)
{
    const QString words = before ? tr("Pain before") : tr("Pain after");
    QLabel *label = makeLabel(TextRole::Caption, words, m_ratings);
    label->setContentsMargins(m_theme.px(RatingRow::ringRoom), 0, 0, 0);
    m_ratings->layout()->addWidget(label);
    auto *row = new RatingRow(m_theme, m_scale, before ? RatingRow::Tone::Before : RatingRow::Tone::After,
                              ratingHeight, m_ratings);
    row->setGap(0);
    row->setObjectName((before ? QStringLiteral("areaBefore-") : QStringLiteral("areaAfter-")) + m_code);
    row->setSubject(before ? tr("%1: pain before").arg(regionName(m_code))
                           : tr("%1: pain after").arg(regionName(m_code)));
    m_ratings->layout()->addWidget(row);
    connect(row, &RatingRow::rated, this, [this, before](std::optional<double> value) {
        (before ? m_pain.before : m_pain.after) = value;
        Q_EMIT painRated(m_pain);
    });
    return row;
}

} // namespace stillpoint::ui
