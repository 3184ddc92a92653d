#include "ui/journal/sessionchips.h"

#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/taborder.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace stillpoint::ui {

namespace {
constexpr int chipsAtOnce = 6; ///< the rest is found by typing after "Add"
}

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
    setVocabulary({});
}

void ContextChips::setVocabulary(const Vocabulary &vocabulary)
{
    m_vocabulary = vocabulary;
    QStringList names;
    for (const Context &context : m_vocabulary.contexts())
        names.append(context.name);
    for (const Context &context : m_vocabulary.contexts().mid(0, chipsAtOnce))
        ensureChip(context.code);
    auto *completer = new QCompleter(names, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
}

void ContextChips::setChosen(const QSet<QString> &codes, const QMap<QString, QString> &added)
{
    m_chosen = codes;
    m_added = added;
    for (const QString &code : codes)
        ensureChip(code);
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it)
        it.value()->setChecked(codes.contains(it.key()));
}

void ContextChips::ensureChip(const QString &code)
{
    if (m_chips.contains(code))
        return;
    auto *chip = new Chip(m_theme, m_added.value(code, m_vocabulary.contextName(code)), this);
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
    const QString words = m_field->text().simplified();
    const QString code = m_vocabulary.contextCode(words);
    m_field->clear();
    if (m_field->isVisible())
        showField(false);
    if (code.isEmpty())
        return;
    if (!isKnown(code))
        m_added.insert(code, words);
    ensureChip(code);
    m_chips.value(code)->setChecked(true);
    m_chosen.insert(code);
    Q_EMIT edited();
}

bool ContextChips::isKnown(const QString &code) const
{
    const QList<Context> &all = m_vocabulary.contexts();
    return std::any_of(all.begin(), all.end(), [&](const Context &one) { return one.code == code; });
}

ChoiceChips::ChoiceChips(const Theme &theme, const QList<Choice> &choices, QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(6, this);
    growWithWidth(this);
    for (const Choice &choice : choices) {
        auto *chip = new Chip(theme, choice.text, this);
        chip->setObjectName(choice.name);
        flow->addWidget(chip);
        m_chips.append({choice.value, chip});
        connect(chip, &Chip::clicked, this, [this, value = choice.value](bool on) {
            setChosen(on ? value : 0);
            Q_EMIT edited();
        });
    }
}

void ChoiceChips::setChosen(int value)
{
    m_chosen = value;
    for (const auto &[each, chip] : std::as_const(m_chips))
        chip->setChecked(each == value);
}

} // namespace stillpoint::ui
