#include "ui/reader/textpanel.h"

#include "ui/shell/focusring.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stepper.h"

#include <QLabel>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

constexpr int step = 10; // percent

} // namespace

TextPanel::TextPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_rows(new QVBoxLayout(this))
    , m_percent(new Stepper(theme, Settings::range(Setting::ReaderTextSize).most, step, this))
{
    setObjectName(QStringLiteral("textPanel"));
    setAccessibleName(tr("Text and paper"));
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
    m_rows->setContentsMargins(16, 12, 16, 12);
    m_rows->setSpacing(8);
    QSpinBox *number = m_percent->number();
    number->setObjectName(QStringLiteral("textPercent"));
    number->setRange(Settings::range(Setting::ReaderTextSize).least,
                     Settings::range(Setting::ReaderTextSize).most);
    number->setSpecialValueText({});
    number->setSuffix(tr(" %"));
    number->setKeyboardTracking(false);
    m_percent->setFixedWidth(theme.px(132));
    connect(m_percent, &Stepper::edited, this, [this, number] { Q_EMIT percentWanted(number->value()); });
    addRow(tr("Size"), m_percent);
    addChoice(Setting::ReaderFont, tr("Font"),
              {QStringLiteral("charis"), QStringLiteral("inter"), QStringLiteral("system")},
              {tr("Charis"), tr("Inter"), tr("System serif")}, "textFont");
    addChoice(Setting::ReaderMeasure, tr("Line length"),
              {QStringLiteral("narrow"), QStringLiteral("usual"), QStringLiteral("wide")},
              {tr("Narrow"), tr("Usual"), tr("Wide")}, "textMeasure");
    addChoice(Setting::ReaderSpacing, tr("Line spacing"),
              {QStringLiteral("tight"), QStringLiteral("usual"), QStringLiteral("loose")},
              {tr("Tight"), tr("Usual"), tr("Loose")}, "textSpacing");
    addChoice(Setting::ReaderPaper, tr("Paper"),
              {QStringLiteral("paper"), QStringLiteral("sepia"), QStringLiteral("dark")},
              {tr("Light"), tr("Sepia"), tr("Dark")}, "textPaper");
    new FocusRing(theme, this);
}

void TextPanel::addRow(const QString &name, QWidget *control)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    QLabel *label = makeLabel(TextRole::Dense, name, this, Token::Text2);
    label->setBuddy(control);
    control->setAccessibleName(name);
    if (control->focusProxy())
        control->focusProxy()->setAccessibleName(name);
    row->addWidget(label, 1);
    row->addWidget(control);
    m_rows->addLayout(row);
}

void TextPanel::addChoice(Setting setting, const QString &name, const QStringList &codes,
                          const QStringList &names, const char *objectName)
{
    auto *buttons = new Segmented(names, name, this);
    buttons->setObjectName(QLatin1String(objectName));
    m_choices.append({setting, codes, buttons});
    connect(buttons, &Segmented::chosen, this,
            [this, setting, codes](int index) { Q_EMIT choiceWanted(setting, codes.at(index)); });
    addRow(name, buttons);
}

void TextPanel::setPercent(int percent)
{
    m_percent->setValue(percent);
}

void TextPanel::setChoice(Setting setting, const QString &code)
{
    for (const Choice &choice : m_choices) {
        if (choice.setting == setting)
            choice.buttons->setCurrent(int(choice.codes.indexOf(code)));
    }
}

void TextPanel::openBelow(const QWidget *button)
{
    adjustSize();
    const QRect screen = button->screen()->availableGeometry();
    QPoint corner =
        button->mapToGlobal(QPoint(isRightToLeft() ? button->width() - width() : 0, button->height() + 4));
    corner.setX(qBound(screen.left(), corner.x(), qMax(screen.left(), screen.right() - width())));
    corner.setY(qBound(screen.top(), corner.y(), qMax(screen.top(), screen.bottom() - height())));
    move(corner);
    show();
    m_percent->setFocus(Qt::PopupFocusReason);
}

} // namespace stillpoint::ui
