#include "ui/journal/effectdetail.h"

#include "ui/shell/theme.h"
#include "ui/widgets/aftereffects.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/ratingrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace stillpoint::ui {

namespace {

constexpr int rowHeight = 28;
constexpr int nameWidth = 120;
constexpr int hoursWidth = 64;
constexpr int longestNumber = 8;

Scale severityScale()
{
    Scale scale;
    scale.code = QStringLiteral("severity");
    scale.name = EffectDetail::tr("How strong");
    scale.question = EffectDetail::tr("How strong was it at its worst?");
    return scale;
}

} // namespace

EffectDetail::EffectDetail(const Theme &theme, const QString &kind, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_severity(new RatingRow(theme, severityScale(), RatingRow::Tone::After, rowHeight, this))
{
    const QString name = AfterEffects::name(kind);
    setObjectName(QStringLiteral("effectDetail-") + kind);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(4), 0, 0);
    column->setSpacing(theme.px(4));
    auto *strength = new QHBoxLayout;
    strength->setSpacing(0);
    QLabel *title = makeLabel(TextRole::Dense, name, this);
    title->setWordWrap(true);
    title->setFixedWidth(theme.px(nameWidth));
    strength->addWidget(title);
    m_severity->setObjectName(QStringLiteral("effectSeverity-") + kind);
    m_severity->setGap(3); // beside the name there is no more room
    m_severity->setSubject(tr("%1: how strong").arg(name));
    strength->addWidget(m_severity, 1);
    column->addLayout(strength);
    auto *time = new QHBoxLayout;
    time->setContentsMargins(theme.px(nameWidth + RatingRow::ringRoom), 0, 0, 0);
    time->setSpacing(theme.px(8));
    m_onset = addHours(time, tr("began after"), QStringLiteral("effectOnset-") + kind,
                       tr("%1: began after how many hours").arg(name));
    m_hours = addHours(time, tr("lasted"), QStringLiteral("effectHours-") + kind,
                       tr("%1: lasted how many hours").arg(name));
    time->addWidget(makeLabel(TextRole::Dense, tr("hours"), this));
    time->addStretch();
    column->addLayout(time);
    connect(m_severity, &RatingRow::rated, this, &EffectDetail::edited);
}

QLineEdit *EffectDetail::addHours(QHBoxLayout *line, const QString &words, const QString &name,
                                  const QString &accessibleName)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(accessibleName);
    field->setMaxLength(longestNumber);
    field->setFixedWidth(m_theme.px(hoursWidth));
    line->addWidget(makeLabel(TextRole::Dense, words, this));
    line->addWidget(field);
    connect(field, &QLineEdit::textEdited, this, &EffectDetail::edited);
    return field;
}

void EffectDetail::setEffect(const EffectDraft &effect)
{
    m_severity->setValue(effect.severity);
    m_onset->setText(effect.onset);
    m_hours->setText(effect.hours);
}

void EffectDetail::focusHours()
{
    m_onset->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> EffectDetail::stops() const
{
    return {m_severity, m_onset, m_hours};
}

EffectDraft EffectDetail::effect() const
{
    return {m_severity->value(), m_onset->text(), m_hours->text()};
}

} // namespace stillpoint::ui
