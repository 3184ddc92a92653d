#include "ui/reader/readerbar.h"

#include "ui/reader/encodingmenu.h"
#include "ui/reader/textpanel.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace stillpoint::ui {

namespace {

constexpr int widestHeading = 420; // px at 100 %
constexpr int roomForPapers = 560; // px at 100 %: below, the papers are in the text panel only

struct Paper
{
    const char *key;
    const char *name;
};
constexpr Paper papers[] = {
    {"paper", QT_TRANSLATE_NOOP("ReaderBar", "Light paper")},
    {"sepia", QT_TRANSLATE_NOOP("ReaderBar", "Sepia paper")},
    {"dark", QT_TRANSLATE_NOOP("ReaderBar", "Dark paper")},
};

/// "Larger text (Ctrl++)"
QString withKey(const QString &text, Command command)
{
    const QList<QKeySequence> keys = Commands::info(command).keys;
    return keys.isEmpty()
               ? text
               : ReaderBar::tr("%1 (%2)").arg(text, keys.first().toString(QKeySequence::NativeText));
}

} // namespace

PaperButton::PaperButton(const Theme &theme, const QString &paper, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_paper(paper)
{
    setCheckable(true);
    setAutoExclusive(true);
    setAccessibleName(name);
    setToolTip(name);
    setObjectName(QStringLiteral("paper-") + paper);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize PaperButton::sizeHint() const
{
    return {m_theme.px(30), m_theme.px(30)};
}

void PaperButton::paintEvent(QPaintEvent *)
{
    const bool sepia = m_paper == QLatin1String("sepia");
    const bool dark = m_paper == QLatin1String("dark");
    const QColor ground = m_theme.color(sepia ? Token::SepiaBg : Token::Surface, dark);
    const QColor ink = m_theme.color(sepia ? Token::SepiaText : Token::Text, dark);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF(rect()).center();
    const double radius = m_theme.px(10) - 0.5;
    painter.setPen(QPen(m_theme.color(Token::Control), 1));
    painter.setBrush(ground);
    painter.drawEllipse(middle, radius, radius);
    painter.setBrush(Qt::NoBrush);
    if (isChecked()) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawEllipse(middle, radius + 3, radius + 3);
    }
    QFont letter = m_theme.font(TextRole::Caption);
    letter.setBold(true);
    painter.setFont(letter);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, QStringLiteral("a"));
}

ReaderBar::ReaderBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_outlineMenu(new QMenu(this))
    , m_moreMenu(new QMenu(this))
    , m_encodings(new EncodingMenu(m_moreMenu))
    , m_text(new TextPanel(theme, this))
    , m_papers(new QWidget(this))
{
    setObjectName(QStringLiteral("readerBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(2);
    m_back = addIcon(QStringLiteral("back"), withKey(tr("Back"), Command::ReaderBack), "readerBack",
                     &ReaderBar::backWanted);
    m_forward = addIcon(QStringLiteral("forward"), withKey(tr("Forward"), Command::ReaderForward),
                        "readerForward", &ReaderBar::forwardWanted);
    addRule(6, 6);
    m_outline = addIcon(QStringLiteral("outline"), withKey(tr("Outline"), Command::ShowOutline),
                        "readerOutline", nullptr);
    m_textSize = addIcon(QStringLiteral("text-size"), tr("Text and paper"), "readerTextSize", nullptr);
    makePapers();
    row->addWidget(m_papers);
    row->addStretch();
    m_find = addIcon(QStringLiteral("find"), withKey(tr("Find in article"), Command::FindInArticle),
                     "readerFind", &ReaderBar::findWanted);
    m_star = addIcon(QStringLiteral("star"), tr("Star"), "readerStar", &ReaderBar::starWanted);
    m_star->setCheckable(true);
    m_more = addIcon(QStringLiteral("more"), tr("More"), "readerMore", nullptr);
    addRule(8, 8);
    m_log = makeButton(theme, ButtonKind::Secondary, tr("Log session"), this, QStringLiteral("session-add"));
    m_log->setObjectName(QStringLiteral("readerLog"));
    m_log->setProperty("dense", true);
    row->addWidget(m_log);
    makeMenus();
    connect(m_log, &QPushButton::clicked, this, &ReaderBar::logWanted);
    connect(&theme, &Theme::changed, this, [this] {
        resizeParts();
        restyleStar();
        arrangePapers();
    });
    resizeParts();
    setHasArticle(false);
}

void ReaderBar::resizeParts()
{
    setFixedHeight(m_theme.px(48));
    for (QToolButton *button : findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly))
        button->setFixedSize(m_theme.px(32), m_theme.px(32));
}

void ReaderBar::addRule(int before, int after)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addSpacing(before);
    QWidget *line = makeRule(this, true);
    line->setFixedHeight(20);
    row->addWidget(line);
    row->addSpacing(after);
}

void ReaderBar::makeMenus()
{
    for (const auto &[button, menu] : {std::pair(m_outline, m_outlineMenu), std::pair(m_more, m_moreMenu)}) {
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
    }
    // A long outline opens where the reader is.
    connect(m_outlineMenu, &QMenu::aboutToShow, this, [this] {
        for (QAction *action : m_outlineMenu->actions()) {
            if (action->isChecked())
                m_outlineMenu->setActiveAction(action);
        }
    });
    m_moreMenu->addAction(Commands::info(Command::ToggleUnread).text, this, &ReaderBar::unreadWanted);
    m_moreMenu->addAction(Commands::info(Command::ToggleArchived).text, this, &ReaderBar::archiveWanted)
        ->setObjectName(QStringLiteral("readerArchive"));
    m_moreMenu->addSeparator();
    m_moreMenu->addAction(tr("Save as PDF …"), this, &ReaderBar::pdfWanted)
        ->setObjectName(QStringLiteral("savePdf"));
    m_moreMenu->addMenu(m_encodings);
    connect(m_encodings, &EncodingMenu::wanted, this, &ReaderBar::encodingWanted);
    connect(m_textSize, &QToolButton::clicked, this, [this] { m_text->openBelow(m_textSize); });
    connect(m_text, &TextPanel::percentWanted, this, &ReaderBar::textPercentWanted);
    connect(m_text, &TextPanel::choiceWanted, this, &ReaderBar::choiceWanted);
}

QToolButton *ReaderBar::addIcon(const QString &icon, const QString &name, const char *objectName,
                                void (ReaderBar::*wanted)())
{
    QToolButton *button = makeIconButton(m_theme, icon, name, this);
    button->setObjectName(QLatin1String(objectName));
    if (wanted)
        connect(button, &QToolButton::clicked, this, wanted);
    layout()->addWidget(button);
    return button;
}

void ReaderBar::makePapers()
{
    auto *discs = new QHBoxLayout(m_papers);
    discs->setContentsMargins(6, 0, 0, 0);
    discs->setSpacing(4);
    QWidget *before = makeRule(m_papers, true);
    before->setFixedHeight(20);
    discs->addWidget(before);
    discs->addSpacing(4);
    for (const Paper &paper : papers) {
        auto *button = new PaperButton(m_theme, QLatin1String(paper.key), tr(paper.name), m_papers);
        connect(button, &PaperButton::clicked, this,
                [this, button] { Q_EMIT choiceWanted(Setting::ReaderPaper, button->paper()); });
        discs->addWidget(button);
        m_paperButtons.append(button);
    }
}

void ReaderBar::setHasArticle(bool has)
{
    m_textSize->setEnabled(has);
    m_find->setEnabled(has);
    m_star->setEnabled(has);
    m_more->setEnabled(has);
    m_outline->setEnabled(has && !m_outlineMenu->isEmpty());
}

void ReaderBar::setHistory(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void ReaderBar::setOutline(const QList<OutlineItem> &outline)
{
    m_outlineMenu->clear();
    int top = 6;
    for (const OutlineItem &item : outline)
        top = qMin(top, item.level);
    const QFontMetrics metrics(m_outlineMenu->font());
    for (const OutlineItem &item : outline) {
        QString text = metrics.elidedText(item.text, Qt::ElideRight, m_theme.px(widestHeading));
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction *action = m_outlineMenu->addAction(QString((item.level - top) * 4, QChar(0x2003)) + text);
        action->setCheckable(true);
        action->setData(item.anchor);
        connect(action, &QAction::triggered, this, [this, action, anchor = item.anchor] {
            action->setChecked(anchor == m_heading); // where the page comes to lie decides
            Q_EMIT headingWanted(anchor);
        });
    }
    m_heading.clear();
    m_outline->setEnabled(!outline.isEmpty());
}

void ReaderBar::setCurrentHeading(const QString &anchor)
{
    if (anchor == m_heading)
        return;
    m_heading = anchor;
    for (QAction *action : m_outlineMenu->actions())
        action->setChecked(action->data().toString() == anchor);
}

void ReaderBar::showOutlineMenu()
{
    if (m_outline->isEnabled())
        m_outline->showMenu();
}

void ReaderBar::setStarred(bool starred)
{
    m_starred = starred;
    restyleStar();
}

void ReaderBar::restyleStar()
{
    m_star->setChecked(m_starred);
    m_star->setIcon(m_theme.icon(m_starred ? QStringLiteral("star-on") : QStringLiteral("star"),
                                 m_starred ? Token::Warm : Token::Text2));
    const QString name = withKey(m_starred ? tr("Remove the star") : tr("Star"), Command::ToggleStar);
    m_star->setToolTip(name);
    m_star->setAccessibleName(name);
}

void ReaderBar::setEncoding(const QString &read, const QString &chosen)
{
    m_encodings->setEncoding(read, chosen);
}

/// Below the button that leads there, so that it is found again.
void ReaderBar::showEncodingMenu()
{
    if (m_more->isEnabled())
        m_encodings->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void ReaderBar::setChoice(Setting setting, const QString &code)
{
    m_text->setChoice(setting, code);
    if (setting != Setting::ReaderPaper)
        return;
    for (PaperButton *button : m_paperButtons)
        button->setChecked(button->paper() == code);
}

void ReaderBar::setTextPercent(int percent)
{
    m_text->setPercent(percent);
}

void ReaderBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangePapers();
}

void ReaderBar::arrangePapers()
{
    m_papers->setVisible(width() >= m_theme.px(roomForPapers));
}

} // namespace stillpoint::ui
