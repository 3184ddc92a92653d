#include "ui/widgets/emptystate.h"

#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {
constexpr int exampleWidth = 380;
constexpr int leastExample = 120;
constexpr int edge = 16;
} // namespace

EmptyState::EmptyState(const Theme &theme, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_iconName(icon)
    , m_layout(new QVBoxLayout(this))
    , m_icon(new QLabel(this))
    , m_title(makeLabel(TextRole::Card, {}, this))
    , m_sentence(makeLabel(TextRole::Body, {}, this, Token::Text2))
    , m_button(makeButton(theme, ButtonKind::Secondary, {}, this))
{
    m_layout->setSpacing(10);
    m_layout->addStretch(2);
    for (QLabel *label : {m_icon, m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        m_layout->addWidget(label);
    }
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("emptyAction"));
    m_layout->addWidget(m_button, 0, Qt::AlignCenter);
    m_layout->addStretch(3);
    const auto redraw = [this] {
        m_icon->setPixmap(m_theme.pixmap(m_iconName, Token::Text3, 32, devicePixelRatioF()));
        fitExample();
    };
    redraw();
    connect(&theme, &Theme::changed, this, redraw);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::acted);
    setTexts({}, {});
}

void EmptyState::setTexts(const QString &title, const QString &sentence, const QString &action)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setText(sentence);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    // A hidden proxy would swallow Tab.
    setFocusProxy(action.isEmpty() ? nullptr : m_button);
}

void EmptyState::setExample(QWidget *example)
{
    m_layout->insertWidget(m_layout->indexOf(m_button), example, 0, Qt::AlignCenter);
}

void EmptyState::setExample(const QString &title, const QString &text, const QString &small)
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setProperty("example", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    QLabel *notYours = makeLabel(TextRole::Caption, tr("an example, not your data"), card);
    QLabel *heading = makeLabel(TextRole::RowRead, title, card);
    QLabel *words = makeLabel(TextRole::Dense, text, card);
    for (QLabel *label : {notYours, heading, words}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    if (!small.isEmpty())
        column->addWidget(makeLabel(TextRole::Caption, small, card));
    setExample(card);
    m_card = card;
    fitExample();
}

/// As wide as the design has it, or as there is room.
void EmptyState::fitExample()
{
    if (!m_card)
        return;
    const int room =
        std::max(m_theme.px(leastExample), std::min(m_theme.px(exampleWidth), width() - 2 * edge));
    m_card->setFixedWidth(room);
    m_card->setMinimumHeight(m_card->layout()->totalHeightForWidth(room)); // or a low window cuts its lines
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitExample();
}

} // namespace stillpoint::ui
