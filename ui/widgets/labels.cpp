#include "ui/widgets/labels.h"

#include <QLabel>

namespace stillpoint::ui {

QLabel *makeLabel(TextRole role, const QString &text, QWidget *parent, std::optional<Token> token)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", roleName(role));
    if (token)
        label->setProperty("tone", tokenName(*token));
    return label;
}

QWidget *makeRule(QWidget *parent, bool vertical)
{
    auto *rule = new QWidget(parent);
    rule->setAttribute(Qt::WA_StyledBackground);
    rule->setProperty("rule", true);
    if (vertical)
        rule->setFixedWidth(1);
    else
        rule->setFixedHeight(1);
    return rule;
}

} // namespace stillpoint::ui
