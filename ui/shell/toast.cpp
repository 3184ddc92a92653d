#include "ui/shell/toast.h"

#include "ui/shell/commands.h"
#include "ui/shell/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace stillpoint::ui {

namespace {
constexpr int shownMs = 10'000;
constexpr int bottomGap = 24;
} // namespace

Toast::Toast(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_iconName(QStringLiteral("check"))
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_act(new QPushButton(this))
    , m_key(new QLabel(this))
{
    setObjectName(QStringLiteral("toast"));
    m_text->setObjectName(QStringLiteral("toastText"));
    m_act->setAutoDefault(false);
    m_key->setObjectName(QStringLiteral("toastKey"));
    m_text->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    for (QWidget *part : QList<QWidget *>{m_icon, m_text, m_act, m_key})
        row->addWidget(part);
    row->setAlignment(m_key, Qt::AlignVCenter);
    m_key->setIndent(0);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!underMouse() && !m_act->hasFocus())
            hide();
        else
            m_timer.start();
    });
    connect(m_act, &QPushButton::clicked, this, [this] {
        hide();
        // A copy, since undoing shows the next toast and replaces the action.
        if (const auto action = m_action)
            action();
    });
    connect(&theme, &Theme::changed, this, &Toast::restyle);
    parent->installEventFilter(this);
    offer(Command::Undo, {});
    restyle();
    hide();
}

void Toast::tell(const QString &text, const QString &icon, std::function<void()> undo)
{
    offer(Command::Undo, std::move(undo));
    show(text, icon);
}

void Toast::tellUndone(const QString &text, std::function<void()> redo)
{
    offer(Command::Redo, std::move(redo));
    show(text, QStringLiteral("undo"));
}

void Toast::offer(Command command, std::function<void()> action)
{
    m_action = std::move(action);
    const bool any = static_cast<bool>(m_action);
    m_act->setText(command == Command::Redo ? tr("Redo") : tr("Undo"));
    m_act->setObjectName(command == Command::Redo ? QStringLiteral("toastRedo")
                                                  : QStringLiteral("toastUndo"));
    m_act->setVisible(any);
    m_key->setText(Commands::info(command).keys.first().toString(QKeySequence::NativeText));
    m_key->setVisible(any && parentWidget()->width() >= m_theme.px(1180));
}

void Toast::show(const QString &text, const QString &icon)
{
    m_iconName = icon;
    m_text->setText(text);
    restyle();
    QFrame::show();
    raise();
    place();
    m_timer.start();
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::tellError(const QString &sentence)
{
    tell(sentence, QStringLiteral("warning"));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer.start();
    QFrame::leaveEvent(event);
}

void Toast::place()
{
    const int widest = parentWidget()->width() - 2 * bottomGap;
    // Long sentences wrap instead of leaving the window.
    m_text->setWordWrap(false);
    if (sizeHint().width() > widest)
        m_text->setWordWrap(true);
    const int w = qMin(sizeHint().width(), widest);
    const int h = qMax(m_theme.px(48), heightForWidth(w));
    setGeometry((parentWidget()->width() - w) / 2, parentWidget()->height() - h - bottomGap, w, h);
}

void Toast::restyle()
{
    m_icon->setPixmap(m_theme.pixmap(m_iconName, Token::ToastText, 18, devicePixelRatioF()));
    setMinimumHeight(m_theme.px(48));
    layout()->setContentsMargins(m_theme.px(16), 0, m_theme.px(16), 0);
    layout()->setSpacing(m_theme.px(14));
    if (isVisible())
        place();
}

} // namespace stillpoint::ui
