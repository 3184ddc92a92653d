#include "ui/journal/sessionchips.h"

#include "app/journal/contexts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/taborder.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace stillpoint::ui {

namespace {

void growWithWidth(QWidget *widget)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
}

} // namespace

ContextChips::ContextChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_add(new Chip(theme, tr("Add"), this))
    , m_field(new QLineEdit(this))
{
    auto *flow = new FlowLayout(6, this);
    growWithWidth(this);
    flow->addWidget(m_add);
    flow->addWidget(m_field);
    m_add->setCheckable(false);
    m_add->setObjectName(QStringLiteral("contextAdd"));
    m_add->setAccessibleName(tr("Add a circumstance of your own"));
    m_add->setIcon(theme.icon(QStringLiteral("plus"), Token::Text));
    m_field->setObjectName(QStringLiteral("contextField"));
    m_field->setAccessibleName(tr("Circumstance of your own"));
    m_field->setMaxLength(60);
    m_field->installEventFilter(this);
    m_field->hide();
    connect(m_add, &Chip::clicked, this, [this] { showField(true); });
    connect(m_field, &QLineEdit::editingFinished, this, &ContextChips::addTyped);
    for (const Context &context : shippedContexts())
        ensureChip(context.code);
}

void ContextChips::setChosen(const QSet<QString> &codes)
{
    m_chosen = codes;
    for (const QString &code : codes)
        ensureChip(code);
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it)
        it.value()->setChecked(codes.contains(it.key()));
}

void ContextChips::ensureChip(const QString &code)
{
    if (m_chips.contains(code))
        return;
    auto *chip = new Chip(m_theme, contextName(code), this);
    chip->setObjectName(QStringLiteral("context-") + code);
    connect(chip, &Chip::clicked, this, [this, code](bool on) {
        if (on)
            m_chosen.insert(code);
        else
            m_chosen.remove(code);
        Q_EMIT edited();
    });
    m_chips.insert(code, chip);
    tabBefore(m_add, chip);
    // The way to add one stays last.
    for (QWidget *last :
         {static_cast<QWidget *>(chip), static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_field)}) {
        layout()->removeWidget(last);
        layout()->addWidget(last);
    }
    chip->show();
}

bool ContextChips::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field &&
        (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::KeyPress) {
                m_field->clear();
                showField(false);
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ContextChips::showField(bool on)
{
    m_add->setVisible(!on);
    m_field->setVisible(on);
    m_field->setFixedWidth(m_theme.px(160));
    if (on)
        m_field->setFocus();
    else
        m_add->setFocus();
    updateGeometry();
}

void ContextChips::addTyped()
{
    const QString code = contextCode(m_field->text());
    m_field->clear();
    if (m_field->isVisible())
        showField(false);
    if (code.isEmpty())
        return;
    ensureChip(code);
    m_chips.value(code)->setChecked(true);
    m_chosen.insert(code);
    Q_EMIT edited();
}

ReasonChips::ReasonChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(6, this);
    growWithWidth(this);
    const std::initializer_list<std::tuple<Reason, QString, QString>> reasons{
        {Reason::Planned, tr("Planned"), QStringLiteral("reason-planned")},
        {Reason::Worse, tr("Booked because worse"), QStringLiteral("reason-worse")},
        {Reason::FreeSlot, tr("Free slot"), QStringLiteral("reason-free")}};
    for (const auto &[reason, text, name] : reasons) {
        auto *chip = new Chip(theme, text, this);
        chip->setObjectName(name);
        flow->addWidget(chip);
        m_chips.append({reason, chip});
        connect(chip, &Chip::clicked, this, [this, chosen = reason](bool on) {
            setChosen(on ? chosen : Reason::Unknown);
            Q_EMIT edited();
        });
    }
}

void ReasonChips::setChosen(Reason reason)
{
    m_reason = reason;
    for (const auto &[each, chip] : std::as_const(m_chips))
        chip->setChecked(each == reason);
}

} // namespace stillpoint::ui
